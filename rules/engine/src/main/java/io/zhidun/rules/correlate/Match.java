package io.zhidun.rules.correlate;

import io.zhidun.events.CanaryEvent;
import io.zhidun.events.Event;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;
import io.zhidun.rules.explain.Detector;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A matched event, reduced to what correlations, evidence and summaries need. Immutable.
 *
 * <p>Matches have one order that does not depend on arrival: event time, then receive time, then
 * source, epoch and sequence, then rule. Receive time stands second so that events of one second
 * from several sources keep, as a rule, the order in which they came.
 */
public final class Match implements Step, Comparable<Match> {
  /** Values of one field are kept together; more are dropped. */
  private static final int MOST_VALUES = 16;

  private static final int LONGEST_VALUE = 1_024;
  private static final char BETWEEN_VALUES = '\u001f';

  private static final @Nullable String[] NO_VALUES = {};

  private final Layout layout;
  private final String source;
  private final long epoch;
  private final long sequence;
  private final long timeMicros;
  private final long receivedMicros;
  private final String original;
  private final @Nullable String[] values;

  Match(
      Layout layout,
      String source,
      long epoch,
      long sequence,
      long timeMicros,
      long receivedMicros,
      String original,
      @Nullable String[] values) {
    this.layout = layout;
    this.source = source;
    this.epoch = epoch;
    this.sequence = sequence;
    this.timeMicros = timeMicros;
    this.receivedMicros = receivedMicros;
    this.original = original;
    this.values = values;
  }

  static Match of(Layout layout, int[] fieldNumbers, Event event) {
    @Nullable String[] values = new String[fieldNumbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = values(event, fieldNumbers[i]);
    }
    return new Match(
        layout,
        event.source(),
        event.epoch(),
        event.sequence(),
        event.timeMicros(),
        event.receivedMicros(),
        Detector.original(event),
        values);
  }

  private static @Nullable String values(Event event, int field) {
    int slot = event.first(field);
    if (slot < 0) {
      return null;
    }
    int next = event.next(slot);
    String first = valueAt(event, slot);
    if (next < 0) {
      return first;
    }
    StringBuilder all = new StringBuilder(first == null ? "" : first);
    for (int i = 1; next >= 0 && i < MOST_VALUES; i++) {
      String value = valueAt(event, next);
      all.append(BETWEEN_VALUES).append(value == null ? "" : value);
      next = event.next(next);
    }
    return all.toString();
  }

  private static @Nullable String valueAt(Event event, int slot) {
    if (event.type(slot) == ValueType.NULL) {
      return null;
    }
    String text = event.textAt(slot);
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
  }

  Layout layout() {
    return layout;
  }

  @Override
  public String ruleId() {
    return layout.ruleId();
  }

  /** Id of the event. */
  @Override
  public String id() {
    return source + ":" + epoch + ":" + sequence;
  }

  String source() {
    return source;
  }

  /** Whether the event was sent to see whether rules fire. */
  public boolean isCanary() {
    return source.equals(CanaryEvent.SOURCE);
  }

  long epoch() {
    return epoch;
  }

  long sequence() {
    return sequence;
  }

  @Override
  public long timeMicros() {
    return timeMicros;
  }

  @Override
  public long receivedMicros() {
    return receivedMicros;
  }

  @Override
  public long count() {
    return 1;
  }

  @Override
  public List<Match> evidence() {
    return List.of(this);
  }

  /** The raw text, cut; empty in a slim match. */
  String original() {
    return original;
  }

  @Nullable String[] values() {
    return values;
  }

  /** A field's first value, or null. */
  @Nullable String value(String field) {
    int index = layout.indexOf(field);
    String all = index < 0 || index >= values.length ? null : values[index];
    int end = all == null ? -1 : all.indexOf(BETWEEN_VALUES);
    return all == null || end < 0 ? all : all.substring(0, end);
  }

  @Override
  public Match slim() {
    return new Match(layout, source, epoch, sequence, timeMicros, receivedMicros, "", NO_VALUES);
  }

  /** Itself with one field only, for where time, id and that value matter. */
  Match narrow(String field) {
    Layout one = layout.narrow(field);
    @Nullable String[] only = {value(field)};
    return new Match(one, source, epoch, sequence, timeMicros, receivedMicros, "", only);
  }

  /** The event again, as far as it was kept, for explaining. */
  Event event() {
    Event event = new Event();
    event.timeMicros(timeMicros);
    for (int i = 0; i < values.length; i++) {
      String all = values[i];
      if (all == null) {
        continue;
      }
      int field = FieldNames.id(layout.field(i));
      for (String value : all.split(String.valueOf(BETWEEN_VALUES), -1)) {
        event.put(field, value);
      }
    }
    if (!original.isEmpty() && layout.indexOf("event.original") < 0) {
      event.put(FieldNames.id("event.original"), original);
    }
    return event;
  }

  EvidenceEvent asEvidence() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      String value = values[i];
      if (value != null) {
        fields.put(layout.field(i), value.replace(String.valueOf(BETWEEN_VALUES), ", "));
      }
    }
    Instant time = Instant.EPOCH.plus(timeMicros, ChronoUnit.MICROS);
    return new EvidenceEvent(id(), time, layout.ruleName(), original, fields);
  }

  /** Whether both are the same event under the same rule. */
  boolean isSameAs(Match other) {
    return sequence == other.sequence
        && epoch == other.epoch
        && source.equals(other.source)
        && ruleId().equals(other.ruleId());
  }

  /** Names event and rule, for finding re-deliveries. */
  record Identity(String source, long epoch, long sequence, String ruleId) {}

  Identity identity() {
    return new Identity(source, epoch, sequence, ruleId());
  }

  @Override
  public int compareTo(Match other) {
    int order = Long.compare(timeMicros, other.timeMicros);
    order = order != 0 ? order : Long.compare(receivedMicros, other.receivedMicros);
    order = order != 0 ? order : source.compareTo(other.source);
    order = order != 0 ? order : Long.compare(epoch, other.epoch);
    order = order != 0 ? order : Long.compare(sequence, other.sequence);
    return order != 0 ? order : ruleId().compareTo(other.ruleId());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Match match && compareTo(match) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(timeMicros) * 31 + Long.hashCode(sequence);
  }
}
