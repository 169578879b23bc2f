package io.zhidun.measure.template;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mines the templates of one source's lines: number of words, then the first words, then the most
 * similar template of that leaf. Tells of templates that are new once the source is known, and of
 * those that come suddenly often. At most {@value #MOST} are kept; the one not seen for longest
 * goes. Not thread-safe.
 */
public final class TemplateMiner implements Stateful {
  /** Templates kept of a source. */
  static final int MOST = 1000;

  /** Words that must be the same for a line to be of a template, from the paper. */
  private static final double SIMILAR = 0.5;

  /** First words that lead to a leaf. */
  private static final int DEPTH = 2;

  /** A source is known after so many lines over so long. */
  private static final long KNOWN_LINES = 2000;

  private static final long KNOWN_MILLIS = 86_400_000;

  /** New templates told an hour: a release brings many, and the first ones say it. */
  private static final int MOST_TOLD = 20;

  private static final long HOUR = 3_600_000;
  private static final int VERSION = 1;

  private final Map<String, List<Template>> leaves = new HashMap<>();
  private int kept;
  private long lines;
  private long first = Long.MIN_VALUE;
  private long hour = Long.MIN_VALUE;
  private int toldInHour;

  /** Takes a line at its event time. */
  public Optional<TemplateFinding> next(long millis, String line) {
    List<String> words = Tokens.of(line);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    lines++;
    first = first == Long.MIN_VALUE ? millis : first;
    String key = leaf(words);
    List<Template> leaf = leaves.computeIfAbsent(key, k -> new ArrayList<>());
    Template template = nearest(leaf, words);
    boolean fresh = template == null;
    if (template == null) {
      template = new Template(words.toArray(String[]::new));
      leaf.add(template);
      kept++;
    } else {
      template.widen(words);
    }
    boolean sudden = template.count(millis, lines);
    if (kept > MOST) {
      forgetOldest();
    }
    if (fresh && isKnown(millis) && mayTell(millis)) {
      return Optional.of(finding(TemplateFinding.Kind.NEW, template, line));
    }
    return sudden
        ? Optional.of(finding(TemplateFinding.Kind.SUDDENLY_FREQUENT, template, line))
        : Optional.empty();
  }

  /** Templates kept. */
  public int size() {
    return kept;
  }

  private static TemplateFinding finding(
      TemplateFinding.Kind kind, Template template, String line) {
    return new TemplateFinding(kind, template.text(), line, template.lines(), template.usual());
  }

  private boolean isKnown(long millis) {
    return lines > KNOWN_LINES && millis - first >= KNOWN_MILLIS;
  }

  private boolean mayTell(long millis) {
    long now = Math.floorDiv(millis, HOUR);
    toldInHour = now == hour ? toldInHour + 1 : 1;
    hour = now;
    return toldInHour <= MOST_TOLD;
  }

  private static String leaf(List<String> words) {
    StringBuilder key = new StringBuilder().append(words.size());
    for (int i = 0; i < Math.min(DEPTH, words.size()); i++) {
      key.append(' ').append(words.get(i));
    }
    return key.toString();
  }

  private static @Nullable Template nearest(List<Template> leaf, List<String> words) {
    Template best = null;
    double likest = SIMILAR;
    for (Template template : leaf) {
      double likeness = template.likeness(words);
      if (likeness >= likest) {
        likest = likeness;
        best = template;
      }
    }
    return best;
  }

  private void forgetOldest() {
    Template oldest = null;
    String of = "";
    for (Map.Entry<String, List<Template>> leaf : leaves.entrySet()) {
      for (Template template : leaf.getValue()) {
        if (oldest == null || template.used() < oldest.used()) {
          oldest = template;
          of = leaf.getKey();
        }
      }
    }
    List<Template> leaf = leaves.get(of);
    if (leaf != null && leaf.remove(oldest)) {
      kept--;
      if (leaf.isEmpty()) {
        leaves.remove(of);
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(lines);
    out.writeLong(first);
    out.writeLong(hour);
    out.writeInt(toldInHour);
    out.writeInt(leaves.size());
    for (Map.Entry<String, List<Template>> leaf : leaves.entrySet()) {
      out.writeUTF(leaf.getKey());
      out.writeInt(leaf.getValue().size());
      for (Template template : leaf.getValue()) {
        template.write(out);
      }
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.requireVersion(in, VERSION, "template miner");
    lines = in.readLong();
    first = in.readLong();
    hour = in.readLong();
    toldInHour = in.readInt();
    int count = StateForm.readCount(in, MOST);
    for (int i = 0; i < count; i++) {
      String key = in.readUTF();
      int templates = StateForm.readCount(in, MOST - kept);
      List<Template> leaf = new ArrayList<>();
      for (int j = 0; j < templates; j++) {
        leaf.add(Template.read(in));
      }
      kept += templates;
      leaves.put(key, leaf);
    }
  }
}
