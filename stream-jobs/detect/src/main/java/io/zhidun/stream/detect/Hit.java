package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import io.zhidun.events.Json;
import io.zhidun.rules.correlate.Match;
import io.zhidun.rules.correlate.MatchCodec;
import io.zhidun.stream.core.RecordSerializer;
import io.zhidun.stream.core.RecordType;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * A rule matched an event: either the match is to be counted in a group, or it is a detection
 * already.
 *
 * @param key the group's key, or for a detection its own id
 * @param match what the group counts, or null
 * @param detection what is a detection already, or null
 * @param set number of the rule set that it was matched by
 * @param way what is to be done with it
 */
record Hit(String key, @Nullable Match match, @Nullable Detection detection, long set, Way way) {
  /** What is to be done with a hit. */
  enum Way {
    /** Counted by the first keyed step; a detection is only passed on. */
    FIRST,
    /** Counted by the step behind it, whose groups count what others detected. */
    BEHIND,
    /** Taken back there: a detection that was counted does not stand any more. */
    TAKE_BACK
  }

  Hit {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(way, "way");
    if ((match == null) == (detection == null)) {
      throw new IllegalArgumentException("a hit is either a match or a detection");
    }
  }

  static Hit of(Detection detection, long set) {
    return new Hit(detection.id(), null, detection, set, Way.FIRST);
  }

  static RecordType<Hit> type() {
    return RecordType.of(Hit.class, new Serializer());
  }

  private static final Way[] WAYS = Way.values();

  /** Serializer of hits between the matching and the counting tasks. */
  public static final class Serializer extends RecordSerializer<Hit> {
    private static final long serialVersionUID = 1L;

    @Override
    protected int version() {
      return 3;
    }

    @Override
    public @Nullable Hit createInstance() {
      return null;
    }

    @Override
    protected void write(Hit hit, DataOutputView out) throws IOException {
      writeText(hit.key, out);
      out.writeLong(hit.set);
      out.writeByte(hit.way.ordinal());
      Match match = hit.match;
      out.writeBoolean(match != null);
      if (match != null) {
        new MatchCodec().write(out, match);
      } else {
        writeBytes(Json.mapper().writeValueAsBytes(hit.detection), out);
      }
    }

    @Override
    protected Hit read(int version, DataInputView in) throws IOException {
      if (version < 3) {
        throw new IOException("hits travel between tasks of one version, and are not stored");
      }
      String key = readText(in);
      long set = in.readLong();
      Way way = WAYS[in.readByte()];
      return in.readBoolean()
          ? new Hit(key, new MatchCodec().read(in), null, set, way)
          : new Hit(key, null, Json.mapper().readValue(readBytes(in), Detection.class), set, way);
    }

    @Override
    public TypeSerializerSnapshot<Hit> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Hit> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
