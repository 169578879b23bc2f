package io.zhidun.rules.filings;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up technical prose from a seed: two texts of different seeds share next to nothing. */
public final class Prose {

  private static final int FIRST = 0x4e00;
  private static final int CHARACTERS = 3_000;

  private final Random random;

  public Prose(long seed) {
    random = new Random(seed);
  }

  /** That many characters in sentences of 20 to 40. */
  public String text(int characters) {
    StringBuilder text = new StringBuilder();
    while (text.length() < characters) {
      text.append(sentence(20 + random.nextInt(20)));
    }
    return text.toString();
  }

  /** One sentence with a comma in it and a full stop at the end. */
  public String sentence(int characters) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < characters; i++) {
      sentence.append((char) (FIRST + random.nextInt(CHARACTERS)));
      if (i == characters / 2) {
        sentence.append('，');
      }
    }
    return sentence.append('。').toString();
  }

  /** That many claims. */
  public List<String> claims(int count) {
    List<String> claims = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      claims.add(i + ". 一种" + sentence(60));
    }
    return claims;
  }

  /** The text with a share of its characters replaced. */
  public String edited(String text, double share) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      if (random.nextDouble() < share) {
        characters[i] = (char) (FIRST + random.nextInt(CHARACTERS));
      }
    }
    return new String(characters);
  }
}
