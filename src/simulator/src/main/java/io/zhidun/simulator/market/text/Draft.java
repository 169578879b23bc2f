package io.zhidun.simulator.market.text;

import java.util.SplittableRandom;

/** A text under way: the patterns of one recipe filled with the words of one topic. */
final class Draft {
  private final StringBuilder text = new StringBuilder(1_024);
  private final Topic topic;
  private SplittableRandom structure;
  private final SplittableRandom wording;
  private int part;

  Draft(Topic topic, SplittableRandom structure, SplittableRandom wording) {
    this.topic = topic;
    this.structure = structure;
    this.wording = wording;
  }

  int length() {
    return text.length();
  }

  /** What was written since the last call. */
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  Draft add(String words) {
    text.append(words);
    return this;
  }

  Draft add(int number) {
    text.append(number);
    return this;
  }

  /** From here on the patterns come from this; so a section does not depend on others' length. */
  void follow(SplittableRandom next) {
    structure = next;
  }

  int choose(int bound) {
    return structure.nextInt(bound);
  }

  /** One sentence of the kind, without its stop. */
  Draft sentence(Pattern[] patterns) {
    patterns[structure.nextInt(patterns.length)].write(this);
    return this;
  }

  /** Several sentences of the kind, each with its stop. */
  Draft sentences(Pattern[] patterns, int count) {
    for (int i = 0; i < count; i++) {
      sentence(patterns);
      text.append(i == count - 1 || structure.nextInt(3) == 0 ? '。' : structureStop());
    }
    return this;
  }

  private char structureStop() {
    return structure.nextBoolean() ? '，' : '；';
  }

  /** Three different parts for the sentence to come. */
  void begin() {
    part = structure.nextInt(topic.parts.length);
  }

  void choice(String[] choices) {
    text.append(choices.length == 1 ? choices[0] : choices[wording.nextInt(choices.length)]);
  }

  void slot(char slot) {
    switch (slot) {
      case 'T' -> text.append(topic.name);
      case 'O' -> pick(topic.objects);
      case 'C' -> text.append(topic.parts[part]);
      case 'D' -> text.append(topic.parts[(part + 5) % topic.parts.length]);
      case 'F' -> text.append(topic.parts[(part + 9) % topic.parts.length]);
      case 'X' -> pick(topic.compounds);
      case 'V' -> pick(topic.deeds);
      case 'W' -> pick(topic.deeds);
      case 'P' -> pick(topic.quantities);
      case 'Q' -> pick(topic.quantities);
      case 'M' -> pick(topic.materials);
      case 'G' -> pick(General.PLACES);
      case 'H' -> pick(General.JOINTS);
      case 'J' -> pick(General.MANNERS);
      case 'n' -> pick(General.COUNTS);
      case 'N' -> number();
      default -> throw new IllegalStateException("patterns.txt: no slot " + slot);
    }
  }

  private void number() {
    int whole = 1 + topic.values.nextInt(topic.values.nextInt(4) == 0 ? 900 : 90);
    text.append(whole);
    if (whole < 20) {
      text.append('.').append(1 + topic.values.nextInt(9));
    }
    if (topic.values.nextInt(3) == 0) {
      text.append('至').append(whole + 1 + topic.values.nextInt(60));
    }
    text.append(General.UNITS[topic.values.nextInt(General.UNITS.length)]);
  }

  private void pick(String[] words) {
    text.append(words[structure.nextInt(words.length)]);
  }
}
