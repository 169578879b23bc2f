package io.zhidun.measure.template;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** One template with how often it comes: five-minute counts against their weighted mean. */
public final class Template {
  static final long BUCKET_MILLIS = 300_000;

  /** Weight of the newest bucket: a day of them is remembered by a third. */
  private static final double WEIGHT = 1.0 / 288;

  /** Buckets after which a mean is one. */
  private static final int SETTLED = 12;

  /** Standard deviations of a Poisson count that are sudden. */
  private static final double SUDDEN = 8;

  /** Lines in a bucket below which nothing is sudden. */
  private static final double FEWEST = 20;

  private final String[] words;
  private long lines;
  private long bucket = Long.MIN_VALUE;
  private double count;
  private double mean;
  private double deviation;
  private int buckets;
  private boolean told;
  private long used;

  Template(String[] words) {
    this.words = words;
  }

  /** Its text, variables as {@code <*>}. */
  public String text() {
    return String.join(" ", words);
  }

  /** Lines that were of it. */
  public long lines() {
    return lines;
  }

  /** Lines usual in five minutes. */
  public double usual() {
    return mean;
  }

  String[] words() {
    return words;
  }

  long used() {
    return used;
  }

  /** Counts a line; true with the one that makes it suddenly frequent, once in five minutes. */
  boolean count(long millis, long order) {
    used = order;
    lines++;
    long at = Math.max(bucket, Math.floorDiv(millis, BUCKET_MILLIS));
    if (at != bucket) {
      turn(at);
    }
    count++;
    // What scatters more than a Poisson count is judged by its own scatter.
    double spread = Math.max(Math.sqrt(mean + 1), 1.5 * deviation);
    boolean sudden = buckets >= SETTLED && count >= FEWEST && count > 2 * mean + SUDDEN * spread;
    boolean first = sudden && !told;
    told |= sudden;
    return first;
  }

  private void turn(long at) {
    if (bucket != Long.MIN_VALUE) {
      learn(count);
      long empty = Math.min(at - bucket - 1, 2000);
      for (long i = 0; i < empty; i++) {
        learn(0);
      }
    }
    bucket = at;
    count = 0;
    told = false;
  }

  private void learn(double lines) {
    buckets = Math.min(buckets + 1, 1 << 20);
    double weight = Math.max(WEIGHT, 1.0 / buckets);
    deviation += weight * (Math.abs(lines - mean) - deviation);
    mean += weight * (lines - mean);
  }

  /**
   * Share of words that are the same; a variable of the template fits any word, but counts for
   * none.
   */
  double likeness(List<String> other) {
    int same = 0;
    for (int i = 0; i < words.length; i++) {
      same += words[i].equals(other.get(i)) ? 1 : 0;
    }
    return same / (double) words.length;
  }

  void widen(List<String> other) {
    for (int i = 0; i < words.length; i++) {
      if (!words[i].equals(other.get(i))) {
        words[i] = Tokens.VARIABLE;
      }
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(words.length);
    for (String word : words) {
      out.writeUTF(word);
    }
    out.writeLong(lines);
    out.writeLong(bucket);
    out.writeDouble(count);
    out.writeDouble(mean);
    out.writeDouble(deviation);
    out.writeInt(buckets);
    out.writeBoolean(told);
    out.writeLong(used);
  }

  static Template read(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 1 || length > Tokens.MOST) {
      throw new IOException("a template of " + length + " words");
    }
    String[] words = new String[length];
    for (int i = 0; i < length; i++) {
      words[i] = in.readUTF();
    }
    Template template = new Template(words);
    template.lines = in.readLong();
    template.bucket = in.readLong();
    template.count = in.readDouble();
    template.mean = in.readDouble();
    template.deviation = in.readDouble();
    template.buckets = in.readInt();
    template.told = in.readBoolean();
    template.used = in.readLong();
    return template;
  }
}
