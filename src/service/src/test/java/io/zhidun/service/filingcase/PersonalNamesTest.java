package io.zhidun.service.filingcase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"王小明", "欧阳明月", "买买提·艾力", "Anna Berg", "Jean-Luc O'Neil Roy"})
  void aNameThatStandsForItsKeyMayBeAPersons(String name) {
    assertThat(PersonalNames.personal(name, name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"杭州云图科技有限公司", "清华大学", "某某研究院", "Berg Electronics", "Acme Tools Ltd"})
  void anOrganisationsNameIsNot(String name) {
    assertThat(PersonalNames.personal(name, name)).isFalse();
  }

  @Test
  void whoHasACreditCodeIsNoPerson() {
    assertThat(PersonalNames.personal("91330100MA27XXXXXX", "王小明")).isFalse();
  }

  @Test
  void whoHasAnIdentityHashIsAPerson() {
    String hash = "0123456789abcdef".repeat(4);
    assertThat(PersonalNames.shown(hash, "王小明")).isEqualTo("王**");
    assertThat(PersonalNames.shownKey(hash, "王小明")).isEqualTo(hash);
  }

  @Test
  void aMaskDoesNotTellHowLongTheNameIs() {
    assertThat(PersonalNames.masked("欧阳明月")).isEqualTo("欧**");
    assertThat(PersonalNames.masked("𠮷田")).isEqualTo("𠮷**");
    assertThat(PersonalNames.masked(" ")).isEmpty();
    assertThat(PersonalNames.shownKey("王小明", "王小明")).isEqualTo("王**");
  }
}
