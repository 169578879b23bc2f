package io.zhidun.rules.filings.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class HashSetCodecTest {

  @Test
  void anySetOfHashes_isReadAsItWasWritten() {
    Random random = new Random(5);
    for (int size = 0; size < 400; size++) {
      for (int scale = 0; scale < 32; scale += 5) {
        int bits = scale;
        int[] hashes =
            random
                .ints(size)
                .map(hash -> hash >>> bits)
                .distinct()
                .map(flip())
                .sorted()
                .map(flip())
                .toArray();
        assertThat(HashSetCodec.read(hashes.length, written(hashes))).isEqualTo(hashes);
      }
    }
  }

  @Test
  void setsAtTheEdges_areReadAsTheyWereWritten() {
    for (int[] hashes :
        new int[][] {
          {0}, {-1}, {0, -1}, {0, 1, 2, 3, 4, 5, 6, 7, -1}, {Integer.MAX_VALUE, Integer.MIN_VALUE}
        }) {
      assertThat(HashSetCodec.read(hashes.length, written(hashes))).isEqualTo(hashes);
    }
  }

  @Test
  void aHundredHashes_takeLessThan350Bytes() {
    int[] hashes = new Random(9).ints(100).map(flip()).sorted().map(flip()).toArray();

    assertThat(written(hashes).remaining()).isLessThan(350);
  }

  @Test
  void bytesThatEnd_orNameALargerHash_areRefused() {
    ByteBuffer whole = written(new Random(9).ints(50).map(flip()).sorted().map(flip()).toArray());
    byte[] bytes = Arrays.copyOf(whole.array(), whole.remaining());

    assertThatThrownBy(() -> HashSetCodec.read(50, ByteBuffer.wrap(bytes, 0, bytes.length - 8)))
        .isInstanceOf(BufferUnderflowException.class);
    byte[] large = new byte[100];
    Arrays.fill(large, (byte) 0xff);
    large[0] = 31;
    large[1] = (byte) 0b1110_1111;
    assertThatThrownBy(() -> HashSetCodec.read(3, ByteBuffer.wrap(large)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than 32 bits");
    assertThatThrownBy(() -> HashSetCodec.read(1, ByteBuffer.wrap(new byte[] {77, 0})))
        .hasMessageContaining("77 bits");
  }

  private static IntUnaryOperator flip() {
    return hash -> hash ^ Integer.MIN_VALUE;
  }

  private static ByteBuffer written(int[] sorted) {
    ByteBuffer out = ByteBuffer.allocate(HashSetCodec.bound(sorted.length));
    HashSetCodec.write(sorted, out);
    return out.flip();
  }
}
