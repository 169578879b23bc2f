package io.zhidun.simulator.market.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkWordsTest {
  private final MarkWords words =
      new MarkWords(5, 1_000, new Parties(LocalDate.parse("2026-07-01")));

  @Test
  void coinedBrandsSoundLikeNoProtectedMark() {
    Set<String> sounds =
        words.protectedMarks().stream()
            .map(mark -> syllables(mark.name()))
            .collect(Collectors.toSet());
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 20_000; i++) {
      String brand = words.brand(random);
      for (int from = 0; from < brand.length(); from++) {
        for (int to = from + 2; to <= brand.length(); to++) {
          assertThat(sounds).doesNotContain(syllables(brand.substring(from, to)));
        }
      }
    }
  }

  @Test
  void imitationsKeepAllButOneCharacter() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      ProtectedMark mark = words.anyProtected(null, random);
      String imitation = words.imitation(mark, random);

      assertThat(imitation).isNotEqualTo(mark.name());
      long kept =
          mark.name().chars().filter(character -> imitation.indexOf(character) >= 0).count();
      assertThat(kept).as(imitation).isGreaterThanOrEqualTo(mark.name().length() - 1);
    }
  }

  @Test
  void protectedMarksDifferAndHaveTheFameThatTheirNumberGives() {
    Map<String, Integer> fame = new HashMap<>();
    words.protectedMarks().forEach(mark -> fame.merge(mark.fame(), 1, Integer::sum));

    assertThat(fame).containsOnlyKeys("well-known", "known", "registered");
    assertThat(words.protectedMarks().stream().map(ProtectedMark::name).distinct()).hasSize(1_000);
  }

  /** Readings apart from each other: 蕊祺安 and 蕊芊 are not the same. */
  private static String syllables(String name) {
    return name.chars()
        .mapToObj(Character::toString)
        .map(character -> Objects.requireNonNullElse(Syllables.reading(character), character))
        .collect(Collectors.joining(" "));
  }
}
