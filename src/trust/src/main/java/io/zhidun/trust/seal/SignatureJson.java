package io.zhidun.trust.seal;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one JSON text of a signature. No value holds a character that JSON would escape, so a pattern
 * reads it; that reading and writing give the same bytes is the rule that leaves no slack.
 */
final class SignatureJson {
  private static final int MOST_BYTES = 2048;
  private static final Pattern FORM =
      Pattern.compile(
          "\\{\"version\":1,\"algorithm\":\"SM3withSM2\",\"keyId\":\"([0-9a-f]{32})\","
              + "\"sm3\":\"([0-9a-f]{64})\",\"signedAt\":\"([0-9TZ:.+-]{1,40})\","
              + "\"signature\":\"([A-Za-z0-9+/=]{1,128})\","
              + "\"publicKey\":\"([A-Za-z0-9+/=]{1,128})\"}\n");

  private SignatureJson() {}

  static byte[] write(DetachedSignature signature) {
    Base64.Encoder base64 = Base64.getEncoder();
    String json =
        ("{\"version\":%d,\"algorithm\":\"%s\",\"keyId\":\"%s\",\"sm3\":\"%s\",\"signedAt\":\"%s\","
                + "\"signature\":\"%s\",\"publicKey\":\"%s\"}\n")
            .formatted(
                DetachedSignature.VERSION,
                DetachedSignature.ALGORITHM,
                signature.keyId(),
                Sm3.hex(signature.sm3()),
                signature.signedAt(),
                base64.encodeToString(signature.signature()),
                base64.encodeToString(signature.publicKey().der()));
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  static DetachedSignature read(byte[] json) {
    if (json.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a signature has at most " + MOST_BYTES + " bytes, this one has " + json.length);
    }
    Matcher form = FORM.matcher(new String(json, StandardCharsets.ISO_8859_1));
    if (!form.matches()) {
      throw new IllegalArgumentException("not a signature of version 1, SM3withSM2");
    }
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      DetachedSignature signature =
          new DetachedSignature(
              HexFormat.of().parseHex(form.group(2)),
              Instant.parse(form.group(3)),
              Sm2PublicKey.ofDer(base64.decode(form.group(5))),
              base64.decode(form.group(4)));
      if (!Arrays.equals(write(signature), json)) {
        throw new IllegalArgumentException("a member of the signature is not in its one form");
      }
      return signature;
    } catch (DateTimeException fault) {
      throw new IllegalArgumentException("signedAt is no time: " + form.group(3), fault);
    }
  }
}
