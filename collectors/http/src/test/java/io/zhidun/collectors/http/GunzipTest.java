package io.zhidun.collectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GunzipTest {
  private static final String TEXT = "{\"applicationNumber\":\"2026104796018\"}\n".repeat(500);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 64, 100_000})
  void piecesMakeNoDifference(int piece) throws Exception {
    assertThat(unzip(HttpScene.gzip(TEXT.getBytes(UTF_8)), piece)).isEqualTo(TEXT);
  }

  @Test
  void passesOverOptionalFields() throws Exception {
    byte[] plain = HttpScene.gzip("text".getBytes(UTF_8));
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(plain, 0, 3);
    head.write(2 | 4 | 8 | 16);
    head.write(plain, 4, 6);
    head.writeBytes(new byte[] {3, 0, 'a', 'b', 'c'});
    head.writeBytes("name\0comment\0".getBytes(UTF_8));
    head.writeBytes(new byte[] {1, 2});
    head.write(plain, 10, plain.length - 10);
    assertThat(unzip(head.toByteArray(), 3)).isEqualTo("text");
  }

  @Test
  void refusesWhatIsNotGzipAndWhatStandsBehindIt() throws IOException {
    assertThatThrownBy(() -> unzip("{\"no\":\"gzip\"}".getBytes(UTF_8), 100))
        .hasMessage("the body does not begin like gzip");
    byte[] one = HttpScene.gzip("a".getBytes(UTF_8));
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(one);
    two.writeBytes(one);
    assertThatThrownBy(() -> unzip(two.toByteArray(), 1000))
        .hasMessage("there are bytes behind the end of the gzip member");
  }

  private static String unzip(byte[] zipped, int piece) throws RefusalException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] out = new byte[100];
    try (Gunzip gunzip = new Gunzip()) {
      for (int at = 0; at < zipped.length; at += piece) {
        var in = Unpooled.wrappedBuffer(zipped, at, Math.min(piece, zipped.length - at));
        for (int count = gunzip.read(in, out); count > 0; count = gunzip.read(in, out)) {
          text.write(out, 0, count);
        }
      }
      assertThat(gunzip.ended()).isTrue();
    }
    return text.toString(UTF_8);
  }
}
