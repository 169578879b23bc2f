package io.zhidun.simulator.market.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Texts that nobody thought of: sentences from anywhere, few and repeated; and overlong claims. */
public final class RandomText {
  private static final int SENTENCES = 7;

  private RandomText() {}

  /**
   * A text as a small generator makes it: each sentence from another field, the few there are
   * repeated with little change.
   */
  public static PatentText write(int field, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> sentences = new ArrayList<>(SENTENCES);
    for (int i = 0; i < SENTENCES; i++) {
      Topic topic = new Topic(random.nextInt(TechnicalField.ALL.size()), random.nextLong());
      Draft draft = new Draft(topic, random.split(), random.split());
      sentences.add(draft.sentence(i % 2 == 0 ? Patterns.PARTS : Patterns.STEPS).take());
    }
    List<String> claims = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      claims.add(i + ". " + mixed(sentences, 2, random));
    }
    return new PatentText(
        PatentGrammar.title(field, random.nextLong()),
        mixed(sentences, 9, random),
        claims,
        mixed(sentences, 30, random));
  }

  private static String mixed(List<String> sentences, int count, SplittableRandom random) {
    StringBuilder mixed = new StringBuilder();
    for (int i = 0; i < count; i++) {
      mixed.append(sentences.get(random.nextInt(sentences.size())));
      mixed.append(i == count - 1 ? '。' : '，');
    }
    return mixed.toString();
  }

  /** An ordinary text whose first claim has so many features, each narrowed by a number. */
  public static PatentText stacked(int field, int features, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Recipe recipe = Recipe.random(field, 1, random);
    PatentText text = PatentGrammar.write(recipe);
    Topic topic = new Topic(field, recipe.topic());
    Draft draft = new Draft(topic, random.split(), random.split());
    draft.add("1. 一种").add(topic.name).add("，其特征在于，包括：");
    for (int i = 0; i < features; i++) {
      draft.add(i == 0 ? "" : "还包括").sentence(Patterns.CLAIMS).add("，且");
      draft.sentence(Patterns.PARTS).add(i == features - 1 ? "。" : "；");
    }
    List<String> claims = new ArrayList<>(text.claims());
    claims.set(0, draft.take());
    return new PatentText(text.title(), text.summary(), claims, text.description());
  }
}
