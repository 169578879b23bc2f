package io.zhidun.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonBufferTest {
  private final Random random = new Random(20261127);

  @Test
  void anyBytesBecomeTheStringThatTheyDecodeTo() {
    JsonBuffer buffer = new JsonBuffer();
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = bytes(random.nextInt(60));
      int from = bytes.length == 0 ? 0 : random.nextInt(Math.min(9, bytes.length));
      buffer.clear();

      buffer.text(bytes, from, bytes.length);

      assertThat(Json.mapper().readValue(buffer.toByteArray(), String.class))
          .isEqualTo(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8));
    }
  }

  @Test
  void piecesOfAnyLengthStandOneBehindTheOther() {
    JsonBuffer buffer = new JsonBuffer();
    byte[] expected = new byte[0];
    for (int round = 0; round < 500; round++) {
      byte[] piece = bytes(random.nextInt(200));
      buffer.raw(piece);
      int end = expected.length;
      expected = Arrays.copyOf(expected, end + piece.length);
      System.arraycopy(piece, 0, expected, end, piece.length);
    }

    assertThat(buffer.toByteArray()).isEqualTo(expected);
  }

  @Test
  void thousandsOfQuotesFitWhatever() {
    byte[] quotes = "\"\\\u0001é".repeat(3_000).getBytes(StandardCharsets.UTF_8);
    JsonBuffer buffer = new JsonBuffer();

    buffer.text(quotes, 0, quotes.length);

    assertThat(Json.mapper().readValue(buffer.toByteArray(), String.class))
        .isEqualTo(new String(quotes, StandardCharsets.UTF_8));
  }

  /**
   * Mostly plain text, with quotes, escapes, control characters and bytes that no UTF-8 has
   * between.
   */
  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] =
          switch (random.nextInt(12)) {
            case 0 -> (byte) '"';
            case 1 -> (byte) '\\';
            case 2 -> (byte) random.nextInt(0x20);
            case 3 -> (byte) 0xff;
            default -> (byte) ('a' + random.nextInt(26));
          };
    }
    return bytes;
  }
}
