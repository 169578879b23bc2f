package io.zhidun.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zhidun.trust.seal.DetachedSignature;
import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import io.zhidun.trust.sm2.Sm2PublicKey;
import io.zhidun.trust.sm4.Sm4;
import io.zhidun.trust.sm4.Sm4Gcm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What OpenSSL makes is read here, and what is made here OpenSSL reads. */
class OpenSslTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ID = "distid:1234567812345678";
  private static final byte[] CONTENT = "备份清单\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] KEY = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");

  @TempDir private Path folder;
  private OpenSsl openssl = new OpenSsl(Path.of("/"));
  private final Sm2PrivateKey key = Sm2PrivateKey.generate(RANDOM);

  @BeforeEach
  void installed() throws Exception {
    assumeTrue(OpenSsl.isInstalled(), "Debian's openssl is not installed");
    openssl = new OpenSsl(folder);
    openssl.write("content", CONTENT);
    openssl.write("public.pem", key.publicKey().pem().getBytes(StandardCharsets.US_ASCII));
    openssl.write("private.pem", privatePem().getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void itVerifiesOurSignatures() throws Exception {
    openssl.write("signature", key.sign(CONTENT, RANDOM));
    assertThat(verify()).contains("Signature Verified Successfully");
    openssl.write("signature", key.sign(KEY, RANDOM));
    assertThatThrownBy(this::verify).hasMessageContaining("Signature Verification Failure");
  }

  @Test
  void itVerifiesADetachedSignatureOverItsSignedText() throws Exception {
    DetachedSignature signature =
        DetachedSignature.of(
            CONTENT, Instant.parse("2026-11-27T08:00:00Z"), new Sm2Signer(key, RANDOM));
    String signed =
        "zhidun signature\n1\nSM3withSM2\n%s\n%s\n2026-11-27T08:00:00Z\n%s\n"
            .formatted(
                key.publicKey().id(),
                Sm3.hex(Sm3.of(CONTENT)),
                Base64.getEncoder().encodeToString(key.publicKey().der()));
    openssl.write("content", signed.getBytes(StandardCharsets.US_ASCII));
    openssl.write("signature", signature.signature());
    assertThat(verify()).contains("Signature Verified Successfully");
  }

  private String verify() throws Exception {
    return openssl.run(
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        "public.pem",
        "-rawin",
        "-digest",
        "sm3",
        "-in",
        "content",
        "-sigfile",
        "signature",
        "-pkeyopt",
        ID);
  }

  @Test
  void weVerifyItsSignatures() throws Exception {
    openssl.run("genpkey", "-algorithm", "SM2", "-out", "its.pem");
    openssl.run("pkey", "-in", "its.pem", "-pubout", "-out", "its.public.pem");
    openssl.run(
        "pkeyutl",
        "-sign",
        "-inkey",
        "its.pem",
        "-rawin",
        "-digest",
        "sm3",
        "-in",
        "content",
        "-out",
        "signature",
        "-pkeyopt",
        ID);
    String pem = new String(openssl.read("its.public.pem"), StandardCharsets.US_ASCII);
    Sm2PublicKey its = Sm2PublicKey.ofPem(pem);
    assertThat(its.pem()).isEqualTo(pem);
    assertThat(its.verifies(CONTENT, openssl.read("signature"))).isTrue();
    assertThat(its.verifies(KEY, openssl.read("signature"))).isFalse();
  }

  @Test
  void keysAreWrappedInBothDirections() throws Exception {
    openssl.write("wrapped", key.publicKey().encrypt(KEY, RANDOM));
    openssl.run(
        "pkeyutl", "-decrypt", "-inkey", "private.pem", "-in", "wrapped", "-out", "unwrapped");
    assertThat(openssl.read("unwrapped")).isEqualTo(KEY);
    openssl.write("secret", KEY);
    openssl.run(
        "pkeyutl", "-encrypt", "-pubin", "-inkey", "public.pem", "-in", "secret", "-out", "its");
    assertThat(key.decrypt(openssl.read("its"))).hasValue(KEY);
  }

  @Test
  void digestsAreTheSame() throws Exception {
    for (int length : new int[] {0, 1, 55, 56, 64, 1000, 100_000}) {
      byte[] content = bytes(length);
      openssl.write("content", content);
      assertThat(openssl.run("dgst", "-sm3", "-r", "content")).startsWith(Sm3.hex(Sm3.of(content)));
    }
    String hmac = openssl.run("dgst", "-sm3", "-r", "-hmac", "a key", "content");
    assertThat(hmac).startsWith(Sm3.hex(Sm3.hmac("a key".getBytes("UTF-8"), bytes(100_000))));
  }

  @Test
  void counterModeIsTheSame() throws Exception {
    byte[] counter = HexFormat.of().parseHex("0102030405060708090a0b0c00000002");
    byte[] content = bytes(10_001);
    byte[] ours = new byte[content.length];
    new Sm4(KEY).counter(counter, content, 0, ours, 0, content.length);
    openssl.write("content", content);
    enc("-sm4-ctr", counter, "-e", "content", "its");
    assertThat(openssl.read("its")).isEqualTo(ours);
  }

  /** OpenSSL 3.0 has no SM4-GCM; its text is counter mode from 2 on. */
  @Test
  void itsCounterModeOpensWhatOurGcmSealed() throws Exception {
    byte[] nonce = HexFormat.of().parseHex("0102030405060708090a0b0c");
    byte[] content = bytes(5_000);
    byte[] sealed = new Sm4Gcm(KEY).seal(nonce, new byte[0], content);
    openssl.write("sealed", Arrays.copyOf(sealed, content.length));
    byte[] counter = Arrays.copyOf(nonce, 16);
    counter[15] = 2;
    enc("-sm4-ctr", counter, "-d", "sealed", "opened");
    assertThat(openssl.read("opened")).isEqualTo(content);
  }

  @Test
  void chainedBlocksAreTheSame() throws Exception {
    byte[] iv = bytes(16);
    byte[] content = bytes(1600);
    byte[] ours = chained(content, iv);
    openssl.write("ours", ours);
    enc("-sm4-cbc", iv, "-d", "ours", "opened");
    assertThat(openssl.read("opened")).isEqualTo(content);
    openssl.write("content", content);
    enc("-sm4-cbc", iv, "-e", "content", "its");
    assertThat(openssl.read("its")).isEqualTo(ours);
  }

  private void enc(String cipher, byte[] iv, String direction, String in, String out)
      throws Exception {
    HexFormat hex = HexFormat.of();
    openssl.run(
        "enc",
        cipher,
        direction,
        "-nopad",
        "-K",
        hex.formatHex(KEY),
        "-iv",
        hex.formatHex(iv),
        "-in",
        in,
        "-out",
        out);
  }

  /** CBC by its definition, from the block cipher alone. */
  private static byte[] chained(byte[] content, byte[] iv) {
    Sm4 sm4 = new Sm4(KEY);
    byte[] result = new byte[content.length];
    byte[] block = iv.clone();
    for (int at = 0; at < content.length; at += 16) {
      for (int i = 0; i < 16; i++) {
        block[i] ^= content[at + i];
      }
      sm4.encrypt(block, 0, block, 0);
      System.arraycopy(block, 0, result, at, 16);
    }
    return result;
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private String privatePem() throws Exception {
    ECNamedDomainParameters curve =
        new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByName("sm2p256v1"));
    byte[] der =
        PrivateKeyInfoFactory.createPrivateKeyInfo(
                new ECPrivateKeyParameters(new BigInteger(1, key.scalar()), curve))
            .getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END PRIVATE KEY-----\n";
  }
}
