package io.zhidun.stream.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class OutgoingTest {
  @Test
  void theLargestFitsAndOneByteMoreIsRefusedWithItsBeginning() {
    assertThat(of(Outgoing.LARGEST).fits()).isTrue();
    Outgoing large = of(Outgoing.LARGEST + 1);
    assertThat(large.fits()).isFalse();

    Outgoing refused = large.refused();

    assertThat(refused.fits()).isTrue();
    assertThat(refused.topic()).isEqualTo(Topics.REJECTED);
    assertThat(refused.key()).isEqualTo(large.key());
    assertThat(refused.value()).hasSize(1 << 20).startsWith(7);
    assertThat(refused.headers()).extracting(OutgoingTest::text).contains("stage=write");
    assertThat(refused.headers())
        .extracting(OutgoingTest::text)
        .contains(
            "reason=a record for zhidun.detections.v1 has 6291457 bytes, at most 6291456 are"
                + " written; the beginning is kept");
  }

  private static Outgoing of(int length) {
    byte[] value = new byte[length];
    value[0] = 7;
    return new Outgoing(Topics.DETECTIONS, new byte[] {1}, value, Outgoing.SCHEMA);
  }

  private static String text(Header header) {
    return header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8);
  }
}
