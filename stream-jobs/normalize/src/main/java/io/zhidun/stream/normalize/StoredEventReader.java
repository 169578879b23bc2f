package io.zhidun.stream.normalize;

import io.zhidun.events.Event;
import io.zhidun.events.EventReader;
import io.zhidun.events.FieldNames;
import io.zhidun.events.JsonFault;
import io.zhidun.events.RawRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads events that the stream wrote back to what its rules saw: the same fields, the same kind of
 * log, the same id, so that detections of a replay have the ids of the stream's. Belongs to one
 * thread.
 */
public final class StoredEventReader {
  private static final int ID = FieldNames.id("event.id");
  private static final int CREATED = FieldNames.id("event.created");
  private static final int DATASET = FieldNames.id("event.dataset");
  private static final byte[] NOTHING = new byte[0];

  private final Formats formats;
  private final EventReader reader = new EventReader(false);

  public StoredEventReader(Formats formats) {
    this.formats = formats;
  }

  /**
   * Reads {@code json[from, to)}; the array must not change while the event is used.
   *
   * @param number stands for the sequence of an event without an id of ours
   * @throws JsonFault when it is no JSON object within the limits
   */
  public void read(byte[] json, int from, int to, long number, Event into) throws JsonFault {
    into.clear();
    reader.read(json, from, to, into);
    into.header(origin(into, number));
    into.logSource(formats.logSource(into));
  }

  private static RawRecord origin(Event event, long number) {
    String id = event.text(ID);
    String dataset = event.text(DATASET);
    String[] parts = id == null ? new String[0] : parts(id);
    boolean ours = parts.length == 3;
    return new RawRecord(
        dataset == null ? "" : dataset,
        "replay",
        ours ? parts[0] : "input",
        ours ? Long.parseLong(parts[1]) : 0,
        ours ? Long.parseLong(parts[2]) : number,
        received(event.text(CREATED), event.timeMicros()),
        null,
        "UTC",
        NOTHING);
  }

  /** Source, epoch and sequence; a source's name may hold colons itself. */
  private static String[] parts(String id) {
    int last = id.lastIndexOf(':');
    int middle = id.lastIndexOf(':', last - 1);
    if (middle < 1) {
      return new String[0];
    }
    String epoch = id.substring(middle + 1, last);
    String sequence = id.substring(last + 1);
    return epoch.matches("\\d{1,18}") && sequence.matches("\\d{1,18}")
        ? new String[] {id.substring(0, middle), epoch, sequence}
        : new String[0];
  }

  private static long received(@Nullable String created, long otherwise) {
    if (created == null) {
      return otherwise;
    }
    try {
      Instant time = OffsetDateTime.parse(created).toInstant();
      return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    } catch (DateTimeException unreadable) {
      return otherwise;
    }
  }
}
