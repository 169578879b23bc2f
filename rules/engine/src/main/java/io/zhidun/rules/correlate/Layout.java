package io.zhidun.rules.correlate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which values a match of a rule carries: the rule in its version, and the names of the fields in
 * order. Shared by all matches of the rule.
 */
final class Layout {
  private static final int MOST_FIELDS = 1_000;

  /** More plans than a rule feeds; those of sets that are gone are pushed out. */
  private static final int MOST_INTAKES = 8;

  private static final Intake[] NO_INTAKES = {};

  private final String ruleId;
  private final String ruleName;

  /** Empty where the match was stored by a version of the engine that did not say it. */
  private final String ruleVersion;

  private final String[] fields;

  /**
   * The last layout of one field made of this one. Threads may race to set it: each sees a whole
   * one, since layouts are immutable but for this.
   */
  private @Nullable Layout narrow;

  /**
   * How the plans that were asked last read matches of this layout. The same holds of races: each
   * array is whole, and what is lost is worked out anew.
   */
  private Intake[] intakes = NO_INTAKES;

  Layout(String ruleId, String ruleName, String ruleVersion, List<String> fields) {
    this.ruleId = ruleId;
    this.ruleName = ruleName;
    this.ruleVersion = ruleVersion;
    this.fields = fields.toArray(String[]::new);
  }

  /** The same rule with one field only. */
  Layout narrow(String field) {
    Layout known = narrow;
    if (known == null || !known.fields[0].equals(field)) {
      known = new Layout(ruleId, ruleName, ruleVersion, List.of(field));
      narrow = known;
    }
    return known;
  }

  /** How a plan reads matches of this layout. */
  Intake intake(Plan plan) {
    for (Intake known : intakes) {
      if (known.plan == plan) {
        return known;
      }
    }
    Intake made = plan.makeIntake(this);
    int kept = Math.min(intakes.length, MOST_INTAKES - 1);
    Intake[] more = new Intake[kept + 1];
    more[0] = made;
    System.arraycopy(intakes, 0, more, 1, kept);
    intakes = more;
    return made;
  }

  String ruleId() {
    return ruleId;
  }

  String ruleName() {
    return ruleName;
  }

  String ruleVersion() {
    return ruleVersion;
  }

  int size() {
    return fields.length;
  }

  String field(int index) {
    return fields[index];
  }

  /** Position of a field, or -1. */
  int indexOf(String field) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].equals(field)) {
        return i;
      }
    }
    return -1;
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(ruleId);
    out.writeUTF(ruleName);
    out.writeUTF(ruleVersion);
    out.writeInt(fields.length);
    for (String field : fields) {
      out.writeUTF(field);
    }
  }

  /**
   * @param versioned whether the writer said the rule's version
   */
  static Layout read(DataInput in, boolean versioned) throws IOException {
    String ruleId = in.readUTF();
    String ruleName = in.readUTF();
    String ruleVersion = versioned ? in.readUTF() : "";
    int count = in.readInt();
    if (count < 0 || count > MOST_FIELDS) {
      throw new IOException("a match has at most " + MOST_FIELDS + " fields, got " + count);
    }
    String[] fields = new String[count];
    for (int i = 0; i < count; i++) {
      fields[i] = in.readUTF();
    }
    return new Layout(ruleId, ruleName, ruleVersion, Arrays.asList(fields));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Layout layout
        && ruleId.equals(layout.ruleId)
        && ruleName.equals(layout.ruleName)
        && ruleVersion.equals(layout.ruleVersion)
        && Arrays.equals(fields, layout.fields);
  }

  @Override
  public int hashCode() {
    return ruleId.hashCode() * 31 + Arrays.hashCode(fields);
  }
}
