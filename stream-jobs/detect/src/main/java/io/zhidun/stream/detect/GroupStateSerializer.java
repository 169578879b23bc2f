package io.zhidun.stream.detect;

import io.zhidun.rules.correlate.GroupState;
import io.zhidun.stream.core.RecordSerializer;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of a group's machines. Reading needs the rules, so it knows which site's rules are
 * meant; a machine whose rule has gone is dropped when read.
 */
public final class GroupStateSerializer extends RecordSerializer<GroupState> {
  private static final long serialVersionUID = 1L;

  private final String site;

  public GroupStateSerializer(String site) {
    this.site = Objects.requireNonNull(site, "site");
  }

  @Override
  protected int version() {
    return 1;
  }

  @Override
  protected boolean isMutable() {
    return true;
  }

  @Override
  public @Nullable GroupState createInstance() {
    return null;
  }

  @Override
  protected void write(GroupState state, DataOutputView out) throws IOException {
    writeBytes(state.encode(), out);
  }

  @Override
  protected GroupState read(int version, DataInputView in) throws IOException {
    return GroupState.decode(Knowledge.of(site).rules().correlator(), readBytes(in));
  }

  @Override
  public TypeSerializerSnapshot<GroupState> snapshotConfiguration() {
    return new Snapshot(site);
  }

  /** Identity of this serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<GroupState> {
    /** For reading a checkpoint; the restored serializer is replaced by the job's own. */
    public Snapshot() {
      this("");
    }

    Snapshot(String site) {
      super(() -> new GroupStateSerializer(site));
    }
  }
}
