package io.zhidun.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessLogTest {
  @Test
  void escapesAsNginxDoes() {
    assertThat(AccessLog.escape("a\"b\\c\nd\u0000é~"))
        .isEqualTo("a\\x22b\\x5Cc\\x0Ad\\x00\\xC3\\xA9~");
  }
}
