package io.zhidun.simulator.market.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatentGrammarTest {
  private static final int FIELDS = TechnicalField.ALL.size();

  @Test
  void unrelatedAbstractsShareNextToNothing() {
    List<long[]> abstracts = texts(3_000).map(text -> Shingles.of(text.summary())).toList();
    SplittableRandom random = new SplittableRandom(5);

    double[] likeness =
        random
            .ints(300_000, 0, abstracts.size())
            .mapToDouble(
                left -> {
                  int other = 1 + random.nextInt(abstracts.size() - 1);
                  return Shingles.likeness(
                      abstracts.get(left), abstracts.get((left + other) % abstracts.size()));
                })
            .toArray();

    assertThat(Shingles.quantile(likeness, 0.99)).isLessThanOrEqualTo(0.05);
    assertThat(Shingles.quantile(likeness, 1)).isLessThanOrEqualTo(0.15);
  }

  @Test
  void textsHaveTheLengthsOfRealOnes() {
    assertThat(texts(2_000))
        .allSatisfy(
            text -> {
              assertThat(text.title()).hasSizeBetween(8, 25);
              assertThat(text.summary()).hasSizeBetween(150, 300);
              assertThat(text.claims()).hasSizeBetween(3, 8);
              assertThat(text.claimLength()).isBetween(200, 500);
              assertThat(text.description()).hasSizeBetween(400, 900);
            });
  }

  @Test
  void vocabularyIsLarge() {
    assertThat(FIELDS).isGreaterThanOrEqualTo(40);
    Set<String> words = new HashSet<>();
    for (TechnicalField field : TechnicalField.ALL) {
      Stream.of(field.parts(), field.deeds(), field.quantities(), field.materials())
          .flatMap(Stream::of)
          .forEach(words::add);
      for (String attribute : field.attributes()) {
        Stream.of(field.objects()).forEach(object -> words.add(attribute + object));
      }
    }
    assertThat(words.size()).isGreaterThan(3_000);
  }

  @Test
  void sameRecipeGivesTheSameText() {
    Recipe recipe = Recipe.random(3, 7, new SplittableRandom(11));

    assertThat(PatentGrammar.write(recipe)).isEqualTo(PatentGrammar.write(recipe));
  }

  @Test
  void otherTopicKeepsTheTemplateAndOtherWordingTheNouns() {
    Recipe recipe = Recipe.random(3, 7, new SplittableRandom(11));
    String text = PatentGrammar.write(recipe).description();

    String substituted = PatentGrammar.write(recipe.about(99)).description();
    String reworded = PatentGrammar.write(recipe.worded(99)).description();

    assertThat(Shingles.likeness(text, substituted)).isBetween(0.08, 0.5);
    assertThat(Shingles.likeness(text, reworded)).isBetween(0.3, 0.9);
  }

  private static Stream<PatentText> texts(int count) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, count)
        .mapToObj(i -> PatentGrammar.write(Recipe.random(random.nextInt(FIELDS), i % 40, random)));
  }
}
