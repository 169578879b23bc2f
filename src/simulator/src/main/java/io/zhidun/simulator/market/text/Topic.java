package io.zhidun.simulator.market.text;

import java.util.SplittableRandom;

/**
 * The words of one invention. A second field lends some, as it does in life; so two inventions of
 * one field share few terms.
 */
final class Topic {
  private static final int TERMS = 16;
  private static final double LENT = 0.35;

  final TechnicalField field;
  final String name;
  final String[] objects = new String[6];
  final String[] parts = new String[TERMS];
  final String[] compounds = new String[TERMS];
  final String[] deeds = new String[6];
  final String[] quantities = new String[6];
  final String[] materials = new String[4];

  /** For the numbers in the text. */
  final SplittableRandom values;

  private final TechnicalField lender;
  private final SplittableRandom random;

  Topic(int field, long seed) {
    this.field = TechnicalField.ALL.get(field);
    random = new SplittableRandom(seed);
    lender = TechnicalField.ALL.get(random.nextInt(TechnicalField.ALL.size()));
    name = pick(this.field.attributes()) + pick(this.field.objects());
    for (int i = 0; i < objects.length; i++) {
      objects[i] = object();
    }
    for (int i = 0; i < TERMS; i++) {
      parts[i] = pick(source().parts());
      compounds[i] = compound();
    }
    for (int i = 0; i < deeds.length; i++) {
      deeds[i] = pick(source().deeds());
      quantities[i] = pick(source().quantities());
    }
    for (int i = 0; i < materials.length; i++) {
      materials[i] = pick(source().materials());
    }
    values = random.split();
  }

  private String object() {
    return random.nextInt(3) == 0
        ? pick(field.objects())
        : pick(field.attributes()) + pick(field.objects());
  }

  private String compound() {
    TechnicalField own = source();
    String head =
        switch (random.nextInt(4)) {
          case 0 -> pick(own.materials());
          case 1 -> pick(own.deeds());
          default -> pick(source().attributes());
        };
    return head + pick(own.parts());
  }

  private TechnicalField source() {
    return random.nextDouble() < LENT ? lender : field;
  }

  private String pick(String[] words) {
    return words[random.nextInt(words.length)];
  }
}
