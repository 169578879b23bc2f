package io.zhidun.rules.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.Event;
import io.zhidun.events.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedTextsTest {
  @Test
  void textsOfEveryLengthComeBackFromTheirPlaces() {
    List<@Nullable String> texts = new ArrayList<>();
    for (int length : new int[] {0, 1, 126, 127, 128, 16_382, 16_383, 16_384, 70_000}) {
      texts.add("字".repeat(length / 3) + "x".repeat(length % 3));
      texts.add(null);
    }
    PackedTexts packing = new PackedTexts(1);
    texts.forEach(packing::add);
    byte[] packed = packing.packed();

    for (int i = 0; i < texts.size(); i++) {
      assertThat(PackedTexts.text(packed, PackedTexts.at(packed, i))).isEqualTo(texts.get(i));
    }
    assertThat(PackedTexts.at(packed, texts.size())).isEqualTo(packed.length);
  }

  @Test
  void roomIsWhatIsTaken() {
    for (int length : new int[] {-1, 0, 1, 126, 127, 128, 16_383, 2_000_000}) {
      PackedTexts packing = new PackedTexts(PackedTexts.room(length));
      packing.add(length < 0 ? null : "x".repeat(length));
      assertThat(packing.packed()).hasSize(PackedTexts.room(length));
    }
  }

  @Test
  void aTextThatHasNoPlaceIsRefused() {
    byte[] small = new byte[1];
    PackedTexts packing = new PackedTexts(16);
    assertThatThrownBy(() -> packing.add(small, 0, 1 << 28))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("268435456 bytes is too long");
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT,    as it is,  true",
    "TEXT,    back\\slash, true",
    "ESCAPED, plain,     true",
    "ESCAPED, a\\nb,     false",
    "NUMBER,  15,        true",
    "NULL,    null,      false",
    "TEXT,    longer than twenty bytes, false"
  })
  void onlyBytesThatAreTheTextAreTakenAsTheyAre(String type, String text, boolean plain)
      throws ReflectiveOperationException {
    Event event = new Event();
    byte kind = ValueType.class.getField(type).getByte(null);
    event.put(1, kind, text.getBytes(StandardCharsets.UTF_8));
    assertThat(PackedTexts.isPlain(event, 0, 20)).isEqualTo(plain);
  }
}
