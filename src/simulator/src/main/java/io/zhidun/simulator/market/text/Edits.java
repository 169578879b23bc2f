package io.zhidun.simulator.market.text;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Changes a text here and there, as people do who copy it. */
public final class Edits {
  private static final int RUN = 3;

  private Edits() {}

  /**
   * The text with about that share of its characters replaced, three at a time, by pieces of words
   * of the field. The title stays.
   */
  public static PatentText changed(PatentText text, double share, int field, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> claims = new ArrayList<>(text.claims().size());
    for (String claim : text.claims()) {
      claims.add(changed(claim, share, field, random));
    }
    return new PatentText(
        text.title(),
        changed(text.summary(), share, field, random),
        claims,
        changed(text.description(), share, field, random));
  }

  private static String changed(String text, double share, int field, SplittableRandom random) {
    StringBuilder edited = new StringBuilder(text);
    int edits = (int) Math.round(share * text.length() / RUN);
    String[] words = TechnicalField.ALL.get(field).parts();
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(Math.max(1, edited.length() - RUN));
      String word = words[random.nextInt(words.length)];
      String piece = word.length() > RUN ? word.substring(0, RUN) : word;
      edited.replace(at, Math.min(edited.length(), at + RUN), piece);
    }
    return edited.toString();
  }

  /**
   * A text put together of the sentences of others: every sentence of abstract and description is
   * from one of them.
   */
  public static PatentText spliced(List<PatentText> sources, String title, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PatentText first = sources.get(random.nextInt(sources.size()));
    List<String> claims = new ArrayList<>();
    for (int i = 0; i < first.claims().size(); i++) {
      List<String> other = sources.get(random.nextInt(sources.size())).claims();
      claims.add(renumbered(other.get(Math.min(i, other.size() - 1)), i + 1));
    }
    return new PatentText(
        title,
        spliced(sources.stream().map(PatentText::summary).toList(), 240, random),
        claims,
        spliced(sources.stream().map(PatentText::description).toList(), 700, random));
  }

  private static String renumbered(String claim, int number) {
    return number + claim.substring(claim.indexOf('.'));
  }

  private static String spliced(List<String> texts, int length, SplittableRandom random) {
    StringBuilder spliced = new StringBuilder(length + 80);
    for (int tries = 0; spliced.length() < length && tries < 200; tries++) {
      String[] sentences = texts.get(random.nextInt(texts.size())).split("。", -1);
      String sentence = sentences[random.nextInt(sentences.length)];
      if (sentence.length() > 12 && spliced.indexOf(sentence) < 0) {
        spliced.append(sentence).append('。');
      }
    }
    return spliced.toString();
  }
}
