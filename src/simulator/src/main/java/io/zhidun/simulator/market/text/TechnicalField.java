package io.zhidun.simulator.market.text;

import java.util.List;

/**
 * What is spoken of in one technical field.
 *
 * @param index place in {@link #ALL}
 * @param ipc main groups of the International Patent Classification
 */
public record TechnicalField(
    int index,
    String[] ipc,
    String[] objects,
    String[] attributes,
    String[] parts,
    String[] deeds,
    String[] quantities,
    String[] materials) {

  public static final List<TechnicalField> ALL = load();

  private static List<TechnicalField> load() {
    List<String> lines = Resource.lines(TechnicalField.class, "fields.txt");
    TechnicalField[] fields = new TechnicalField[lines.size()];
    for (int i = 0; i < fields.length; i++) {
      String[] lists = lines.get(i).split("\\|", -1);
      if (lists.length != 7) {
        throw new IllegalStateException("fields.txt: needs seven lists: " + lines.get(i));
      }
      fields[i] =
          new TechnicalField(
              i,
              words(lists[0]),
              words(lists[1]),
              words(lists[2]),
              words(lists[3]),
              words(lists[4]),
              words(lists[5]),
              words(lists[6]));
    }
    return List.of(fields);
  }

  private static String[] words(String list) {
    return list.strip().split(",", -1);
  }
}
