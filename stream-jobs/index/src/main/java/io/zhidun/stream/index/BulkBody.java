package io.zhidun.stream.index;

import io.zhidun.events.Event;
import io.zhidun.events.EventReader;
import io.zhidun.events.FieldNames;
import io.zhidun.events.JsonBuffer;
import io.zhidun.events.JsonFault;
import io.zhidun.events.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of one bulk request: for each event a line that names index and id, and the event as it
 * is. The index is that of the day of receipt, so that a hostile time cannot make indices; the id
 * is the event's, so that a second writing overwrites. Belongs to one thread.
 */
final class BulkBody {
  static final String PREFIX = "zhidun-events-";

  private static final int ID = FieldNames.id("event.id");
  private static final int CREATED = FieldNames.id("event.created");
  private static final byte[] INDEX = ascii("{\"index\":{\"_index\":\"" + PREFIX);
  private static final byte[] AND_ID = ascii("\",\"_id\":");
  private static final byte[] END = ascii("}}\n");

  /** Longest id that Elasticsearch takes. */
  private static final int MAX_ID = 512;

  private final EventReader reader = new EventReader(false);
  private final Event event = new Event();
  private final JsonBuffer body = new JsonBuffer();
  private final List<RawRecord> records = new ArrayList<>();

  /** Adds an event; null, or why it cannot be indexed. */
  @Nullable String add(RawRecord record) {
    byte[] json = record.value();
    event.clear();
    try {
      reader.read(json, 0, json.length, event);
    } catch (JsonFault fault) {
      return "no event: " + fault.getMessage();
    }
    int id = event.first(ID);
    int created = event.first(CREATED);
    if (id < 0 || created < 0 || event.to(created) - event.from(created) < 10) {
      return "an event without event.id or event.created";
    }
    if (event.to(id) - event.from(id) > MAX_ID) {
      return "an event.id of more than " + MAX_ID + " bytes";
    }
    body.raw(INDEX);
    date(event.data(created), event.from(created));
    body.raw(AND_ID);
    body.escaped(event.data(id), event.from(id), event.to(id));
    body.raw(END);
    body.raw(json);
    body.raw('\n');
    records.add(record);
    return null;
  }

  /** {@code 2026-11-22} becomes {@code 2026.11.22}. */
  private void date(byte[] text, int from) {
    for (int i = from; i < from + 10; i++) {
      char c = (char) text[i];
      body.raw(c >= '0' && c <= '9' ? c : '.');
    }
  }

  int count() {
    return records.size();
  }

  int bytes() {
    return body.length();
  }

  byte[] toByteArray() {
    return body.toByteArray();
  }

  /** The records in the order of the answer's items. */
  List<RawRecord> records() {
    return List.copyOf(records);
  }

  void clear() {
    body.clear();
    records.clear();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
