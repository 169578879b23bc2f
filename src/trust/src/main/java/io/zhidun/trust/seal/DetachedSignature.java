package io.zhidun.trust.seal;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signature that lies beside the content it is of. Its one textual form is the JSON of {@link
 * #json()}; what is signed is the text of {@link #signedText}, which binds every other member, so
 * that no byte of the file can change unseen.
 *
 * @param sm3 32 bytes, the digest of the content
 * @param signedAt when the signer says it signed, to the millisecond
 * @param publicKey of the signer; believing it is the verifier's decision
 * @param signature DER, SM3withSM2 over the signed text
 */
public record DetachedSignature(
    byte[] sm3, Instant signedAt, Sm2PublicKey publicKey, byte[] signature) {

  /** The algorithm's name in the file. */
  public static final String ALGORITHM = "SM3withSM2";

  /** What a signature file's name ends with, after the name of the content. */
  public static final String SUFFIX = ".sm2sig";

  static final int VERSION = 1;

  public DetachedSignature {
    if (sm3.length != Sm3.LENGTH) {
      throw new IllegalArgumentException("an SM3 digest has 32 bytes, this one " + sm3.length);
    }
    sm3 = sm3.clone();
    signature = signature.clone();
  }

  /** Signs content that was digested on its way. */
  public static DetachedSignature ofDigest(byte[] sm3, Instant now, Signer signer) {
    Instant signedAt = now.truncatedTo(ChronoUnit.MILLIS);
    Sm2PublicKey key = signer.publicKey();
    return new DetachedSignature(sm3, signedAt, key, signer.sign(signedText(sm3, signedAt, key)));
  }

  /** Signs a content. */
  public static DetachedSignature of(byte[] content, Instant now, Signer signer) {
    return ofDigest(Sm3.of(content), now, signer);
  }

  /** Signs a file of any size. */
  public static DetachedSignature of(Path file, Instant now, Signer signer) throws IOException {
    return ofDigest(Sm3.of(file), now, signer);
  }

  /** Signs a file and writes the signature beside it; returns where. */
  public static Path writeBeside(Path file, Instant now, Signer signer) throws IOException {
    Path beside = beside(file);
    return Files.write(beside, of(file, now, signer).json());
  }

  /** Where the signature of a file lies. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }

  /**
   * Reads the JSON form.
   *
   * @throws IllegalArgumentException where a byte of it is not as {@link #json()} writes it
   */
  public static DetachedSignature parse(byte[] json) {
    return SignatureJson.read(json);
  }

  /** The JSON form, one line with its end; equal signatures give equal bytes. */
  public byte[] json() {
    return SignatureJson.write(this);
  }

  public String keyId() {
    return publicKey.id();
  }

  /** What this says of a content. */
  public SignatureVerdict verify(byte[] content, Verifier verifier) {
    return verifyDigest(Sm3.of(content), verifier);
  }

  /** What this says of a file of any size. */
  public SignatureVerdict verify(Path file, Verifier verifier) throws IOException {
    return verifyDigest(Sm3.of(file), verifier);
  }

  /** What this says of the rest of a stream. */
  public SignatureVerdict verify(InputStream in, Verifier verifier) throws IOException {
    return verifyDigest(Sm3.of(in), verifier);
  }

  /** What this says of a content with that digest. */
  public SignatureVerdict verifyDigest(byte[] digest, Verifier verifier) {
    if (!publicKey.verifies(signedText(sm3, signedAt, publicKey), signature)) {
      return SignatureVerdict.SIGNATURE_CHANGED;
    }
    if (!Arrays.equals(digest, sm3)) {
      return SignatureVerdict.CONTENT_CHANGED;
    }
    return verifier.key(keyId()).filter(publicKey::equals).isPresent()
        ? SignatureVerdict.VALID
        : SignatureVerdict.UNKNOWN_KEY;
  }

  /** The lines that are signed, in this order, each ended. */
  static byte[] signedText(byte[] sm3, Instant signedAt, Sm2PublicKey key) {
    String text =
        "zhidun signature\n%d\n%s\n%s\n%s\n%s\n%s\n"
            .formatted(
                VERSION,
                ALGORITHM,
                key.id(),
                Sm3.hex(sm3),
                signedAt,
                Base64.getEncoder().encodeToString(key.der()));
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DetachedSignature that && Arrays.equals(json(), that.json());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signature);
  }
}
