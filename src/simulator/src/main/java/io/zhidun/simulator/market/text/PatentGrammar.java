package io.zhidun.simulator.market.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes the texts of a patent from a recipe: title of 8 to 25 characters, abstract of 150 to 300,
 * three to eight claims of 200 to 500 in total, description of 400 to 900. The same recipe gives
 * the same text.
 */
public final class PatentGrammar {
  private static final int SHORTEST_TITLE = 8;
  private static final int LONGEST_TITLE = 25;
  private static final int SHORTEST_SUMMARY = 150;
  private static final int LONGEST_SUMMARY = 300;
  private static final int SHORTEST_CLAIMS = 200;
  private static final int LONGEST_CLAIMS = 500;
  private static final int SHORTEST_DESCRIPTION = 400;
  private static final int LONGEST_DESCRIPTION = 900;

  private PatentGrammar() {}

  public static PatentText write(Recipe recipe) {
    Topic topic = new Topic(recipe.field(), recipe.topic());
    SplittableRandom structure = new SplittableRandom(recipe.structure());
    SplittableRandom wording = new SplittableRandom(recipe.wording());
    boolean process = structure.nextInt(3) == 0;
    Draft draft = new Draft(topic, structure, wording);
    String title = title(draft, topic);
    draft.follow(structure.split());
    String summary = summary(draft, process);
    draft.follow(structure.split());
    List<String> claims = claims(draft, topic, process);
    draft.follow(structure.split());
    return new PatentText(title, summary, claims, description(draft, process, recipe.house()));
  }

  /** A title for a text that had another. */
  public static String title(int field, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Topic topic = new Topic(field, random.nextLong());
    return title(new Draft(topic, random.split(), random), topic);
  }

  private static String title(Draft draft, Topic topic) {
    int tail = draft.choose(General.TAILS.length);
    String lead = draft.sentence(Patterns.LEADS).take();
    String core = topic.name + General.TAILS[tail];
    if (lead.length() + core.length() > LONGEST_TITLE) {
      lead = "一种";
    }
    String title = lead + core;
    return title.length() < SHORTEST_TITLE ? title + "及其使用方法" : title;
  }

  private static String summary(Draft draft, boolean process) {
    Pattern[] body = process ? Patterns.STEPS : Patterns.PARTS;
    draft.sentence(Patterns.OPENINGS).add("。");
    draft.sentences(body, 5 + draft.choose(4));
    draft.sentences(Patterns.EFFECTS, 1 + draft.choose(2));
    while (draft.length() < SHORTEST_SUMMARY) {
      draft.sentences(body, 1);
    }
    return within(draft.take(), LONGEST_SUMMARY);
  }

  private static List<String> claims(Draft draft, Topic topic, boolean process) {
    List<String> claims = new ArrayList<>();
    int count = 3 + draft.choose(6);
    draft.add("1. 一种").add(topic.name).add("，其特征在于，包括：");
    int features = 2 + draft.choose(3);
    for (int i = 0; i < features; i++) {
      draft.sentence(process && i % 2 == 1 ? Patterns.STEPS : Patterns.CLAIMS);
      draft.add(i == features - 1 ? "。" : "；");
    }
    int total = draft.length();
    claims.add(draft.take());
    while (claims.size() < count || (total < SHORTEST_CLAIMS && claims.size() < 8)) {
      int number = claims.size() + 1;
      draft.add(number).add(". 根据权利要求").add(1 + draft.choose(number - 1)).add("所述的");
      draft.add(topic.name).add("，其特征在于，").sentence(Patterns.CLAIMS).add("。");
      if (total + draft.length() > LONGEST_CLAIMS && claims.size() >= 3) {
        draft.take();
        break;
      }
      total += draft.length();
      claims.add(draft.take());
    }
    return claims;
  }

  private static String description(Draft draft, boolean process, int house) {
    draft.sentences(Patterns.BACKGROUNDS, 2 + draft.choose(2));
    draft.sentences(process ? Patterns.STEPS : Patterns.PARTS, 9 + draft.choose(9));
    draft.sentences(Patterns.EMBODIMENTS, 7 + draft.choose(9));
    draft.sentences(Patterns.EFFECTS, 1 + draft.choose(3));
    while (draft.length() < SHORTEST_DESCRIPTION) {
      draft.sentences(Patterns.EMBODIMENTS, 1);
    }
    String standard = Patterns.STANDARD[Math.floorMod(house, Patterns.STANDARD.length)];
    return within(draft.take(), LONGEST_DESCRIPTION - standard.length() - 1) + standard + "。";
  }

  /** Cut after the last whole clause that fits. */
  private static String within(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int cut = longest - 1;
    while (cut > longest / 2 && "，；。".indexOf(text.charAt(cut)) < 0) {
      cut--;
    }
    return text.substring(0, cut) + "。";
  }
}
