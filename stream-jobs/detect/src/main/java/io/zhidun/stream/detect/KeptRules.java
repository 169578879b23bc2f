package io.zhidun.stream.detect;

import io.zhidun.events.Json;
import io.zhidun.events.LiveRule;
import io.zhidun.events.LiveRuleSet;
import io.zhidun.stream.core.RecordSerializer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A rule set with its texts, as a checkpoint keeps it. The topic alone is not enough to go on after
 * a restart: its newest set may be one that was refused, and the one in force is then compacted
 * away.
 *
 * @param number of the set; 0 for what is installed, which has no texts
 * @param packed the set and its texts, one JSON object a line, compressed
 */
record KeptRules(long number, byte[] packed) {
  static final KeptRules NONE = new KeptRules(0, new byte[0]);

  /** Bound on what is read back, in characters. */
  private static final long LARGEST = 512L << 20;

  KeptRules {
    Objects.requireNonNull(packed, "packed");
  }

  static KeptRules of(LiveRuleSet set, List<LiveRule> texts) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (LiveRule text : texts) {
        line(out, text);
      }
      line(out, set);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return new KeptRules(set.number(), packed.toByteArray());
  }

  private static void line(OutputStream out, Object value) throws IOException {
    out.write(Json.mapper().writeValueAsBytes(value));
    out.write('\n');
  }

  /**
   * The same as the topic would say it.
   *
   * @throws IllegalStateException when the bytes are broken
   */
  RuleTexts texts() {
    RuleTexts texts = new RuleTexts();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(packed)), StandardCharsets.UTF_8))) {
      long read = 0;
      String next = lines.readLine();
      while (next != null && read < LARGEST) {
        String line = next;
        read += line.length();
        next = lines.readLine();
        byte[] value = line.getBytes(StandardCharsets.UTF_8);
        String key =
            next == null ? LiveRuleSet.KEY : Json.mapper().readTree(value).path("id").asString();
        texts.on(key, value);
      }
    } catch (IOException e) {
      throw new IllegalStateException("rule set " + number + " of the checkpoint is broken", e);
    }
    return texts;
  }

  /** Serializer for operator state. */
  public static final class Serializer extends RecordSerializer<KeptRules> {
    private static final long serialVersionUID = 1L;

    @Override
    protected int version() {
      return 1;
    }

    @Override
    public KeptRules createInstance() {
      return NONE;
    }

    @Override
    protected void write(KeptRules value, DataOutputView out) throws IOException {
      out.writeLong(value.number);
      writeBytes(value.packed, out);
    }

    @Override
    protected KeptRules read(int version, DataInputView in) throws IOException {
      return new KeptRules(in.readLong(), readBytes(in));
    }

    @Override
    public TypeSerializerSnapshot<KeptRules> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeptRules> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
