package io.zhidun.stream.normalize;

import io.zhidun.events.Event;
import io.zhidun.events.EventReader;
import io.zhidun.events.FieldNames;
import io.zhidun.events.JsonFault;
import io.zhidun.events.RawRecord;
import io.zhidun.events.UtcText;
import io.zhidun.events.ValueType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw records into events by the formats it was made with. The event's values are slices of
 * the record and of this object's scratch space: they are valid until the next record. Belongs to
 * one thread.
 */
public final class Normalizer {
  /** Name of the format that reads the syslog header and asks the program for the rest. */
  public static final String MIXED = "syslog";

  /** An event that claims to lie further in the future than this is dated by its receive time. */
  static final long FUTURE_TOLERANCE_MICROS = 86_400_000_000L;

  /** Zones remembered; what comes beyond is looked up each time. */
  private static final int MAX_ZONES = 256;

  private static final int TIMESTAMP = FieldNames.id("@timestamp");
  private static final int CREATED = FieldNames.id("event.created");
  private static final int ID = FieldNames.id("event.id");
  private static final int ORIGINAL = FieldNames.id("event.original");
  private static final int DATASET = FieldNames.id("event.dataset");
  private static final int KIND = FieldNames.id("event.kind");
  private static final int MESSAGE = FieldNames.id("message");
  private static final int TAGS = FieldNames.id("tags");
  private static final int URL_PATH = FieldNames.id("url.path");
  private static final int URL_QUERY = FieldNames.id("url.query");
  private static final byte[] EVENT = ascii("event");
  private static final byte[] TIME_MISSING = ascii("time-missing");
  private static final byte[] TIME_FUTURE = ascii("time-future");

  private final Formats formats;
  private final TimeParser times = new TimeParser();
  private final SyslogHeader header = new SyslogHeader(times);
  private final EventReader reader = new EventReader(true);
  private final Event json = new Event();
  private final UtcText timestampText = new UtcText();
  private final UtcText createdText = new UtcText();
  private final int[] starts = new int[LinePattern.MAX_STEPS];
  private final int[] ends = new int[LinePattern.MAX_STEPS];
  private final Map<String, ZoneId> zones = new HashMap<>();

  /** By name of a format, so that each dataset's name is one constant. */
  private final Map<String, byte[]> datasets = new HashMap<>();

  private final Captures captures = new Captures();

  /** Holds the two times and the id of the current event. */
  private byte[] scratch = new byte[256];

  /** Format, dataset and zone of the last record, which mostly are the next one's too. */
  private @Nullable Format format;

  private String lastDataset = "";
  private byte[] datasetBytes = new byte[0];
  private String lastZone = "";
  private String lastSource = "";
  private long lastEpoch = -1;
  private byte[] idPrefix = new byte[0];
  private ZoneId zone = ZoneOffset.UTC;
  private long micros;
  private @Nullable KeyValues keyValues;

  private Normalizer(Formats formats) {
    this.formats = formats;
  }

  public static Normalizer of(Formats formats) {
    return new Normalizer(formats);
  }

  /**
   * Fills {@code event} from the record; null, or why the record cannot be read.
   *
   * <p>A line whose header is read but whose message has no known shape is an event with the
   * message as text, not a fault.
   */
  public @Nullable String normalize(RawRecord raw, Event event) {
    event.clear();
    event.header(raw);
    if (!raw.dataset().equals(lastDataset)) {
      lastDataset = raw.dataset();
      format = formats.named(lastDataset).orElse(null);
      if (format != null) {
        datasetBytes = datasets.computeIfAbsent(lastDataset, Normalizer::ascii);
      }
    }
    Format known = format;
    if (known == null) {
      return "format \"" + raw.dataset() + "\" is unknown";
    }
    if (raw.value().length == 0) {
      return "the record is empty";
    }
    if (!raw.zone().equals(lastZone)) {
      lastZone = raw.zone();
      zone = zone(lastZone);
    }
    micros = TimeParser.NONE;
    String fault =
        known.parser() == Format.Parser.JSON ? json(known, raw, event) : line(known, raw, event);
    if (fault == null) {
      common(raw, event);
    }
    return fault;
  }

  private @Nullable String line(Format format, RawRecord raw, Event event) {
    byte[] b = raw.value();
    int from = 0;
    Format body = format;
    if (format.envelope()) {
      if (!header.read(b, 0, b.length, zone, raw.receivedMicros(), event)) {
        return "no syslog header";
      }
      micros = header.micros();
      from = header.bodyFrom();
      if (format.shapes().isEmpty()) {
        body = ofProgram(b, format);
      }
    }
    if (body.parser() == Format.Parser.JSON) {
      return jsonBody(body, b, from, event);
    }
    if (!shaped(body, b, from, event)) {
      if (!format.envelope()) {
        return "no pattern of format \"" + format.name() + "\" fits the line";
      }
      event.put(MESSAGE, ValueType.TEXT, b, from, b.length);
    }
    finish(body, event);
    return null;
  }

  private Format ofProgram(byte[] b, Format fallback) {
    int from = header.programFrom();
    int to = header.programTo();
    if (from == to) {
      return fallback;
    }
    Format found = formats.ofProgram(b, from, to);
    return found == null ? fallback : found;
  }

  private boolean shaped(Format format, byte[] b, int from, Event event) {
    List<Format.Shape> shapes = format.shapes();
    int first = from < b.length ? b[from] : -1;
    for (int i = 0; i < shapes.size(); i++) {
      Format.Shape shape = shapes.get(i);
      int wanted = shape.pattern().firstByte();
      if ((wanted == -1 || wanted == first)
          && shape.pattern().match(b, from, b.length, starts, ends)) {
        keyValues = format.keyValues();
        shape.pattern().captures(starts, ends, b, event, captures);
        shape.constants().putInto(event);
        return true;
      }
    }
    return false;
  }

  private void finish(Format format, Event event) {
    format.constants().putInto(event);
    List<Derivation> derivations = format.derivations();
    for (int i = 0; i < derivations.size(); i++) {
      derivations.get(i).apply(event);
    }
    event.logSource(format.logSource());
  }

  private @Nullable String json(Format format, RawRecord raw, Event event) {
    byte[] b = raw.value();
    if (!format.renames().isEmpty()) {
      return jsonBody(format, b, 0, event);
    }
    try {
      reader.read(b, 0, b.length, event);
    } catch (JsonFault fault) {
      return "no JSON event: " + fault.getMessage();
    }
    micros = event.timeMicros() == 0 ? TimeParser.NONE : event.timeMicros();
    finish(format, event);
    return null;
  }

  /** Reads a JSON record and gives its members the names that the format wants. */
  private @Nullable String jsonBody(Format format, byte[] b, int from, Event event) {
    json.clear();
    try {
      reader.read(b, from, b.length, json);
    } catch (JsonFault fault) {
      return "no JSON record: " + fault.getMessage();
    }
    for (int slot = 0; slot < json.size(); slot++) {
      int field = json.field(slot);
      if (field >= 0) {
        copy(format, field, slot, event);
      }
    }
    for (int i = 0; i < json.extraCount(); i++) {
      int slot = json.extraSlot(i);
      event.putExtra(
          format.prefix() + json.extraName(i),
          json.type(slot),
          json.data(slot),
          json.from(slot),
          json.to(slot));
    }
    finish(format, event);
    return null;
  }

  private void copy(Format format, int field, int slot, Event event) {
    byte[] data = json.data(slot);
    int from = json.from(slot);
    int to = json.to(slot);
    if (field == format.timeField()) {
      micros = times.rfc3339(data, from, to, zone);
      return;
    }
    Integer target = format.renames().get(field);
    if (target != null) {
      event.put(target, json.type(slot), data, from, to);
    } else {
      event.putExtra(format.prefix() + FieldNames.name(field), json.type(slot), data, from, to);
    }
  }

  private void common(RawRecord raw, Event event) {
    long received = raw.receivedMicros();
    if (micros == TimeParser.NONE) {
      micros = received;
      event.putConstant(TAGS, TIME_MISSING);
    } else if (micros > received + FUTURE_TOLERANCE_MICROS) {
      micros = received;
      event.putConstant(TAGS, TIME_FUTURE);
    }
    event.timeMicros(micros);
    int idEnd = writeId(raw);
    timestampText.write(micros, scratch, 0);
    createdText.write(received, scratch, UtcText.LENGTH);
    putAbsent(event, TIMESTAMP, scratch, 0, UtcText.LENGTH);
    putAbsent(event, CREATED, scratch, UtcText.LENGTH, 2 * UtcText.LENGTH);
    putAbsent(event, ID, scratch, 2 * UtcText.LENGTH, idEnd);
    putAbsent(event, ORIGINAL, raw.value(), 0, raw.value().length);
    putAbsent(event, KIND, EVENT);
    putAbsent(event, DATASET, datasetBytes);
  }

  private static void putAbsent(Event event, int field, byte[] constant) {
    if (event.first(field) < 0) {
      event.putConstant(field, constant);
    }
  }

  private static void putAbsent(Event event, int field, byte[] data, int from, int to) {
    if (event.first(field) < 0) {
      event.put(field, ValueType.TEXT, data, from, to);
    }
  }

  /** Writes {@code source:epoch:sequence} behind the two times; its end. */
  private int writeId(RawRecord raw) {
    if (raw.epoch() != lastEpoch || !raw.source().equals(lastSource)) {
      lastSource = raw.source();
      lastEpoch = raw.epoch();
      idPrefix = (lastSource + ":" + lastEpoch + ":").getBytes(StandardCharsets.UTF_8);
    }
    int at = 2 * UtcText.LENGTH;
    int needed = at + idPrefix.length + 20;
    if (scratch.length < needed) {
      scratch = new byte[needed * 2];
    }
    System.arraycopy(idPrefix, 0, scratch, at, idPrefix.length);
    at += idPrefix.length;
    long sequence = raw.sequence();
    int digits = 1;
    for (long rest = sequence; rest >= 10; rest /= 10) {
      digits++;
    }
    for (int i = at + digits - 1; i >= at; i--) {
      scratch[i] = (byte) ('0' + sequence % 10);
      sequence /= 10;
    }
    return at + digits;
  }

  private ZoneId zone(String name) {
    ZoneId known = zones.get(name);
    if (known != null) {
      return known;
    }
    ZoneId found;
    try {
      found = ZoneId.of(name);
    } catch (DateTimeException unknown) {
      found = ZoneOffset.UTC;
    }
    if (zones.size() < MAX_ZONES) {
      zones.put(name, found);
    }
    return found;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Puts captured values into the event, by type. */
  private final class Captures implements LinePattern.Sink {
    @Override
    public void capture(Event event, int field, CaptureType type, byte[] b, int from, int to) {
      switch (type) {
        case TEXT, WORD, INT, IP -> event.put(field, type.valueType, b, from, to);
        case DASH -> {
          if (to - from > 0 && (to - from != 1 || b[from] != '-')) {
            event.put(field, ValueType.TEXT, b, from, to);
          }
        }
        case URL -> url(event, field, b, from, to);
        case CLF -> micros = times.clf(b, from, to);
        case RFC3339 -> micros = times.rfc3339(b, from, to, zone);
      }
    }

    private void url(Event event, int field, byte[] b, int from, int to) {
      event.put(field, ValueType.TEXT, b, from, to);
      int query = Slice.indexOf(b, from, to, (byte) '?');
      event.put(URL_PATH, ValueType.TEXT, b, from, query < 0 ? to : query);
      if (query >= 0 && query + 1 < to) {
        event.put(URL_QUERY, ValueType.TEXT, b, query + 1, to);
      }
    }

    @Override
    public void keyValues(Event event, byte[] b, int from, int to) {
      if (keyValues != null) {
        keyValues.read(event, b, from, to, this);
      }
    }
  }
}
