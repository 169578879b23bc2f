package io.zhidun.cause.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingFileTest {
  @Test
  void theShippedSettingWeighsEveryPart() {
    CauseSetting shipped = CauseSetting.shipped();

    assertThat(shipped.version()).isPositive();
    assertThat(shipped.weights()).containsOnlyKeys(Part.values());
    assertThat(shipped.weights().values()).allMatch(weight -> weight > 0);
  }

  @Test
  void faultsNameFilePlaceAndValue() throws IOException {
    assertThatThrownBy(() -> read("slack: PT", "slack: soon #"))
        .hasMessage("site.yml: decay: slack must be a duration such as PT5M, was soon");
    assertThatThrownBy(() -> read("DOWN: ", "DOWN: 7 #"))
        .hasMessageStartingWith("site.yml: own: DOWN must be 0 to 1, was 7");
    assertThatThrownBy(() -> read("DOWN: ", "UPSIDE: "))
        .hasMessageStartingWith("site.yml: own: UPSIDE is no signal");
  }

  private static CauseSetting read(String find, String replace) throws IOException {
    try (var in = CauseSetting.class.getResourceAsStream("/io/zhidun/cause/setting.yml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return SettingFile.read("site.yml", text.replace(find, replace));
    }
  }
}
