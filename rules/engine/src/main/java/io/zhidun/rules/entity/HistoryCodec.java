package io.zhidun.rules.entity;

import io.zhidun.events.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stored form of histories: a version; the stretch out of reach; a list of texts; detections
 * and hours, which name texts by their number.
 */
final class HistoryCodec {
  private static final int VERSION = 1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  private HistoryCodec() {}

  static byte[] encode(List<PastDetection> kept, List<PastHour> hours, Bygone bygone) {
    HistoryCodec codec = new HistoryCodec();
    ByteArrayOutputStream body = new ByteArrayOutputStream(64 + 40 * kept.size());
    ByteArrayOutputStream whole = new ByteArrayOutputStream(256 + 100 * kept.size());
    try (DataOutputStream entries = new DataOutputStream(body);
        DataOutputStream out = new DataOutputStream(whole)) {
      codec.writeEntries(kept, hours, entries);
      out.writeByte(VERSION);
      out.writeLong(bygone.fromMicros());
      out.writeLong(bygone.toMicros());
      out.writeShort(codec.texts.size());
      for (String text : codec.texts) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
      }
      body.writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be written", e);
    }
    return whole.toByteArray();
  }

  private void writeEntries(List<PastDetection> kept, List<PastHour> hours, DataOutputStream out)
      throws IOException {
    out.writeShort(kept.size());
    for (PastDetection one : kept) {
      out.writeShort(number(one.id()));
      out.writeShort(number(one.ruleId()));
      out.writeShort(number(one.rule()));
      out.writeShort(number(one.level().label()));
      out.writeLong(one.micros());
      out.writeBoolean(one.held());
    }
    out.writeShort(hours.size());
    for (PastHour hour : hours) {
      out.writeLong(hour.hour());
      out.writeShort(number(hour.ruleId()));
      out.writeShort(number(hour.rule()));
      out.writeShort(number(hour.level().label()));
      out.writeBoolean(hour.held());
      out.writeLong(hour.count());
    }
  }

  private int number(String text) {
    return numbers.computeIfAbsent(
        text,
        fresh -> {
          texts.add(fresh);
          return texts.size() - 1;
        });
  }

  static EntityHistory decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new IOException("version must be " + VERSION + ", was " + version);
      }
      Bygone bygone = new Bygone(in.readLong(), in.readLong());
      HistoryCodec codec = new HistoryCodec();
      codec.readTexts(in);
      return new EntityHistory(codec.kept(in), codec.hours(in), bygone);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("no history of an entity: " + e.getMessage(), e);
    }
  }

  private void readTexts(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      int length = in.readInt();
      byte[] utf8 = length < 0 ? new byte[0] : in.readNBytes(length);
      if (utf8.length != length) {
        throw new IOException("a text of " + length + " bytes is cut off");
      }
      texts.add(new String(utf8, StandardCharsets.UTF_8));
    }
  }

  private String text(DataInputStream in) throws IOException {
    return texts.get(in.readUnsignedShort());
  }

  private List<PastDetection> kept(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    List<PastDetection> kept = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      kept.add(
          new PastDetection(
              text(in),
              text(in),
              text(in),
              Severity.of(text(in)),
              in.readLong(),
              in.readBoolean()));
    }
    return kept;
  }

  private List<PastHour> hours(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    List<PastHour> hours = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hours.add(
          new PastHour(
              in.readLong(),
              text(in),
              text(in),
              Severity.of(text(in)),
              in.readBoolean(),
              in.readLong()));
    }
    return hours;
  }
}
