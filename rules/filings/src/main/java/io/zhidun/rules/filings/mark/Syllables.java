package io.zhidun.rules.filings.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Syllables of Mandarin without tones, and how easily one is heard for another.
 *
 * <p>A syllable is an initial and a final. Speakers of many regions do not tell zh from z, n from l
 * or en from eng, so such pairs lie close; the weights are our own, ordered by how common the
 * confusion is. Immutable and safe to share.
 */
final class Syllables {

  /** What a syllable must reach to count as near. */
  static final double NEAR = 0.7;

  private static final double UNLIKE_INITIAL = 0.3;
  private static final double UNLIKE_FINAL = 0.2;

  private static final Map<String, Double> INITIALS =
      pairs(
          "zh z .92, ch c .92, sh s .92, n l .85, f h .75, r l .7, b p .75, d t .75, g k .75,"
              + " j q .7, q x .7, j x .65, zh ch .7, z c .7, ch sh .65, c s .6, zh j .6, ch q .6,"
              + " sh x .6, zh c .6, z ch .6, h w .6, h k .6, h g .5, m n .5, m b .5, y r .5,"
              + " - y .7, - w .7");
  private static final Map<String, Double> FINALS =
      pairs(
          "en eng .92, in ing .92, an ang .9, ian iang .88, uan uang .88, uo o .92, ou uo .6,"
              + " e o .7, e uo .65, ong eng .65, ong un .7, un en .75, uen en .8, ei ui .85,"
              + " ai ei .7, ao ou .65, ia a .75, ua a .75, ie ve .75, ue ve .95, v u .8, v i .7,"
              + " iu ou .75, iu v .55, ian an .75, iang ang .75, ian in .6, van ian .75, van uan .9,"
              + " vn in .75, vn un .85, iong ong .8, iao ao .8, ai uai .75, uan an .75,"
              + " uang ang .75, en in .65, eng ing .65, ang eng .5, an en .6, ie ei .6, e a .5");

  private final Map<String, Short> ids = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final float[][] likeness;
  private final short[][] near;

  Syllables(Iterable<String> all) {
    for (String name : all) {
      if (ids.putIfAbsent(name, (short) names.size()) == null) {
        names.add(name);
      }
    }
    likeness = new float[names.size()][names.size()];
    near = new short[names.size()][];
    for (int a = 0; a < names.size(); a++) {
      fillRow(a);
    }
  }

  private void fillRow(int a) {
    List<Short> close = new ArrayList<>();
    for (int b = 0; b < names.size(); b++) {
      likeness[a][b] = (float) likeness(names.get(a), names.get(b));
      if (likeness[a][b] >= NEAR) {
        close.add((short) b);
      }
    }
    near[a] = new short[close.size()];
    for (int i = 0; i < near[a].length; i++) {
      near[a][i] = close.get(i);
    }
  }

  /** The syllable's number, or -1 where it is not one. */
  int id(String name) {
    Short id = ids.get(name);
    return id == null ? -1 : id;
  }

  String name(int id) {
    return names.get(id);
  }

  int size() {
    return names.size();
  }

  /** From 0 to 1; 1 for the same syllable. */
  double likeness(int a, int b) {
    return likeness[a][b];
  }

  /** The syllables that are {@link #NEAR} this one, itself among them. */
  short[] near(int id) {
    return near[id];
  }

  private static double likeness(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    String initialA = initial(a);
    String initialB = initial(b);
    double initial = part(INITIALS, initialA, initialB, UNLIKE_INITIAL);
    double fin = part(FINALS, rest(a, initialA), rest(b, initialB), UNLIKE_FINAL);
    return initial * fin;
  }

  private static double part(Map<String, Double> table, String a, String b, double unlike) {
    if (a.equals(b)) {
      return 1;
    }
    Double found = table.get((a.isEmpty() ? "-" : a) + " " + (b.isEmpty() ? "-" : b));
    return found == null ? unlike : found;
  }

  private static String initial(String syllable) {
    if (syllable.startsWith("zh") || syllable.startsWith("ch") || syllable.startsWith("sh")) {
      return syllable.substring(0, 2);
    }
    return "bpmfdtnlgkhjqxrzcsyw".indexOf(syllable.charAt(0)) >= 0 ? syllable.substring(0, 1) : "";
  }

  /** The final, with the ü that is written u after j, q, x and y. */
  private static String rest(String syllable, String initial) {
    String rest = syllable.substring(initial.length());
    boolean hidden = !initial.isEmpty() && "jqxy".contains(initial) && rest.startsWith("u");
    return hidden ? "v" + rest.substring(1) : rest;
  }

  private static Map<String, Double> pairs(String text) {
    Map<String, Double> table = new HashMap<>();
    for (String line : text.split(",", -1)) {
      String[] word = line.trim().split(" ", -1);
      table.put(word[0] + " " + word[1], Double.valueOf(word[2]));
      table.put(word[1] + " " + word[0], Double.valueOf(word[2]));
    }
    return Map.copyOf(table);
  }
}
