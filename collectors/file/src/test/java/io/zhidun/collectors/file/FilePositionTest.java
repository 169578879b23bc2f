package io.zhidun.collectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePositionTest {
  @Test
  void readsBackWhatItWrote() {
    FilePosition position =
        new FilePosition("(dev=1,ino=2) odd", 77, true, new Fingerprint(12, -5), 1_000);
    assertThat(FilePosition.parse(position.text())).isEqualTo(position);
  }

  /** A position as the first version wrote it must stay readable. */
  @Test
  void readsTheFirstVersion() {
    assertThat(FilePosition.parse("1 21 false 21 43686867 1795357342980 (dev=fe00,ino=2155643)"))
        .isEqualTo(
            new FilePosition(
                "(dev=fe00,ino=2155643)",
                21,
                false,
                new Fingerprint(21, 43686867),
                1795357342980L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2 0 false 0 0 0 k", "1 -1 false 0 0 0 k", "1 x false 0 0 0 k"})
  void knowsWhatItCannotRead(String text) {
    assertThat(FilePosition.parse(text)).isNull();
  }
}
