package io.zhidun.simulator.market.text;

import java.util.random.RandomGenerator;

/**
 * What decides a text, in a few bytes. Two recipes of one structure and different topics differ in
 * their nouns and numbers only; of one structure and topic, in their wording only.
 *
 * @param field index of the technical field
 * @param topic seed of nouns and numbers
 * @param structure seed of the patterns and of where each noun goes
 * @param wording seed of the choices of wording
 * @param house agency whose standard passages close the description
 */
public record Recipe(int field, long topic, long structure, long wording, int house) {

  public static Recipe random(int field, int house, RandomGenerator random) {
    return new Recipe(field, random.nextLong(), random.nextLong(), random.nextLong(), house);
  }

  /** The same template about something else of the same field. */
  public Recipe about(long otherTopic) {
    return new Recipe(field, otherTopic, structure, wording, house);
  }

  /** Another text about the same things. */
  public Recipe told(long otherStructure) {
    return new Recipe(field, topic, otherStructure, otherStructure, house);
  }

  /** The same sentences with other words between the nouns. */
  public Recipe worded(long otherWording) {
    return new Recipe(field, topic, structure, otherWording, house);
  }
}
