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
 */
record Hit(String key, @Nullable Match match, @Nullable Detection detection, long set) {
  Hit {
    Objects.requireNonNull(key, "key");
    if ((match == null) == (detection == null)) {
      throw new IllegalArgumentException("a hit is either a match or a detection");
    }
  }

  static RecordType<Hit> type() {
    return RecordType.of(Hit.class, new Serializer());
  }

  /** Serializer of hits between the matching and the counting tasks. */
  public static final class Serializer extends RecordSerializer<Hit> {
    private static final long serialVersionUID = 1L;

    @Override
    protected int version() {
      return 2;
    }

    @Override
    public @Nullable Hit createInstance() {
      return null;
    }

    @Override
    protected void write(Hit hit, DataOutputView out) throws IOException {
      writeText(hit.key, out);
      out.writeLong(hit.set);
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
      if (version < 2) {
        throw new IOException("hits travel between tasks of one version, and are not stored");
      }
      String key = readText(in);
      long set = in.readLong();
      return in.readBoolean()
          ? new Hit(key, new MatchCodec().read(in), null, set)
          : new Hit(key, null, Json.mapper().readValue(readBytes(in), Detection.class), set);
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
