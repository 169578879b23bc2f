package io.zhidun.trust.chain;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.seal.Signer;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A seal over the beginning of a trail.
 *
 * @param size how many records it covers; also the sequence of the record it stands in
 * @param root of their Merkle tree, 32 bytes
 * @param publicKey of the signer
 * @param signature SM3withSM2, over name, size, root, the last record's hash, time and key
 */
public record Checkpoint(long size, byte[] root, Sm2PublicKey publicKey, byte[] signature) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"size\":(0|[1-9][0-9]{0,17}),\"root\":\"([0-9a-f]{64})\",\"keyId\":\"[0-9a-f]{32}\","
              + "\"publicKey\":\"([A-Za-z0-9+/=]{1,128})\","
              + "\"signature\":\"([A-Za-z0-9+/=]{1,128})\"}");

  static Checkpoint seal(
      String name, long size, byte[] root, byte[] head, Instant time, Signer signer) {
    Sm2PublicKey key = signer.publicKey();
    byte[] signature = signer.sign(signedText(name, size, root, head, time, key));
    return new Checkpoint(size, root, key, signature);
  }

  /** Reads the content of a checkpoint record; empty where it is not in the one form. */
  public static Optional<Checkpoint> parse(String content) {
    Matcher form = FORM.matcher(content);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      Checkpoint checkpoint =
          new Checkpoint(
              Long.parseLong(form.group(1)),
              HexFormat.of().parseHex(form.group(2)),
              Sm2PublicKey.ofDer(base64.decode(form.group(3))),
              base64.decode(form.group(4)));
      return Optional.of(checkpoint).filter(read -> read.content().equals(content));
    } catch (IllegalArgumentException noKeyOrNoBase64) {
      return Optional.empty();
    }
  }

  public String keyId() {
    return publicKey.id();
  }

  String content() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "{\"size\":%d,\"root\":\"%s\",\"keyId\":\"%s\",\"publicKey\":\"%s\",\"signature\":\"%s\"}"
        .formatted(
            size,
            Sm3.hex(root),
            keyId(),
            base64.encodeToString(publicKey.der()),
            base64.encodeToString(signature));
  }

  /** Whether the key it names signed it for that trail, after that record, at that time. */
  boolean isSignedFor(String name, byte[] head, String time) {
    return publicKey.verifies(signedText(name, size, root, head, time, publicKey), signature);
  }

  private static byte[] signedText(
      String name, long size, byte[] root, byte[] head, Object time, Sm2PublicKey key) {
    String text =
        "zhidun checkpoint\n1\n%s\n%d\n%s\n%s\n%s\n%s\n"
            .formatted(name, size, Sm3.hex(root), Sm3.hex(head), time, key.id());
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
