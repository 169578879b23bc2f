package io.zhidun.trust.keys;

import io.zhidun.trust.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One part of a secret that was split among people (Shamir, "How to share a secret", 1979, over
 * GF(2^8)): {@code threshold} of them give the secret, fewer give nothing.
 *
 * @param set tells the shares of one split from those of another, 4 bytes
 * @param threshold how many are needed
 * @param number of this share, from 1; where the polynomials were evaluated
 * @param value as long as the secret and its checksum
 */
public record KeyShare(byte[] set, int threshold, int number, byte[] value) {
  static final int SET = 4;
  private static final int CHECK = 4;
  private static final String PREFIX = "zhidun-share-1";

  public KeyShare {
    if (set.length != SET || threshold < 2 || number < 1 || number > 255 || threshold > 255) {
      throw new IllegalArgumentException(
          "not a share: threshold %d of 2 to 255, number %d of 1 to 255"
              .formatted(threshold, number));
    }
    set = set.clone();
    value = value.clone();
  }

  /**
   * One line to be printed or stored: set, threshold, number, value, checksum against misreading.
   */
  public String text() {
    HexFormat hex = HexFormat.of();
    String body =
        "%s:%s:%d:%d:%s"
            .formatted(PREFIX, hex.formatHex(set), threshold, number, hex.formatHex(value));
    return body + ":" + check(body);
  }

  /**
   * Reads that line.
   *
   * @throws IllegalArgumentException where it is none or was misread
   */
  public static KeyShare parse(String text) {
    List<String> part = Arrays.asList(text.strip().split(":", 7));
    if (part.size() != 6 || !part.get(0).equals(PREFIX)) {
      throw new IllegalArgumentException("not a share: it has not six parts after " + PREFIX);
    }
    String body = String.join(":", part.subList(0, 5));
    if (!check(body).equals(part.get(5))) {
      throw new IllegalArgumentException("a share was misread: its checksum differs");
    }
    HexFormat hex = HexFormat.of();
    return new KeyShare(
        hex.parseHex(part.get(1)),
        Integer.parseInt(part.get(2)),
        Integer.parseInt(part.get(3)),
        hex.parseHex(part.get(4)));
  }

  private static String check(String body) {
    byte[] digest = Sm3.of(body.getBytes(StandardCharsets.US_ASCII));
    return Sm3.hex(Arrays.copyOf(digest, CHECK));
  }

  @Override
  public String toString() {
    return "share %d of a secret that needs %d".formatted(number, threshold);
  }
}
