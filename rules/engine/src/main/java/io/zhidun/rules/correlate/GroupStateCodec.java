package io.zhidun.rules.correlate;

import io.zhidun.rules.sigma.Rule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The binary form of a group's state. Its first byte is the version of the form. */
final class GroupStateCodec {
  /** Version 2 has the alarm; version 1 is read as without one. */
  static final int VERSION = 2;

  private static final int MATCH = 0;
  private static final int FIRED = 1;
  private static final int MOST = 1 << 20;

  private GroupStateCodec() {}

  static byte[] encode(GroupState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      MatchCodec matches = new MatchCodec();
      out.writeByte(VERSION);
      MatchCodec.writeText(out, state.key().text());
      out.writeLong(state.settledMicros());
      out.writeLong(state.alarmMicros());
      Machine[] machines = state.settled().all();
      out.writeInt(machines.length);
      for (Machine machine : machines) {
        writeMachine(out, machine, matches);
      }
      out.writeInt(state.pending().size());
      for (Match match : state.pending()) {
        matches.write(out, match);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeMachine(DataOutputStream out, Machine machine, MatchCodec matches)
      throws IOException {
    MatchCodec.writeText(out, machine.rule.id());
    MatchCodec.writeText(out, machine.rule.reference().version());
    List<List<Step>> lanes = machine.lanes();
    out.writeInt(lanes.size());
    for (List<Step> lane : lanes) {
      out.writeInt(lane.size());
      for (Step step : lane) {
        writeStep(out, step, matches);
      }
    }
  }

  private static void writeStep(DataOutputStream out, Step step, MatchCodec matches)
      throws IOException {
    if (step instanceof Match match) {
      out.writeByte(MATCH);
      matches.write(out, match);
      return;
    }
    out.writeByte(FIRED);
    MatchCodec.writeText(out, step.ruleId());
    MatchCodec.writeText(out, step.id());
    out.writeLong(step.timeMicros());
    out.writeLong(step.receivedMicros());
    out.writeLong(step.count());
    out.writeInt(step.evidence().size());
    for (Match match : step.evidence()) {
      matches.write(out, match);
    }
  }

  static GroupState decode(Correlator correlator, byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readUnsignedByte();
      if (version < 1 || version > VERSION) {
        throw new IllegalArgumentException(
            "group state has version " + version + ", this engine reads 1 to " + VERSION);
      }
      MatchCodec matches = new MatchCodec();
      GroupState state = new GroupState(correlator, new GroupKey(MatchCodec.readText(in)));
      long settledTo = in.readLong();
      state.alarmMicros(version < 2 ? GroupState.NO_ALARM : in.readLong());
      for (int machine = count(in); machine > 0; machine--) {
        readMachine(in, state, matches);
      }
      List<Match> pending = new ArrayList<>();
      for (int i = count(in); i > 0; i--) {
        pending.add(matches.read(in));
      }
      state.restore(settledTo, pending);
      return state;
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("group state is broken: " + e.getMessage(), e);
    }
  }

  private static void readMachine(DataInputStream in, GroupState state, MatchCodec matches)
      throws IOException {
    String ruleId = MatchCodec.readText(in);
    String version = MatchCodec.readText(in);
    List<List<Step>> lanes = new ArrayList<>();
    for (int lane = count(in); lane > 0; lane--) {
      List<Step> steps = new ArrayList<>();
      for (int step = count(in); step > 0; step--) {
        steps.add(readStep(in, matches));
      }
      lanes.add(steps);
    }
    Machine machine = machine(state, ruleId, version);
    if (machine != null) {
      machine.restore(lanes);
    }
  }

  /** The machine of the same rule in the same version; a changed rule starts anew. */
  private static @Nullable Machine machine(GroupState state, String ruleId, String version) {
    for (Machine machine : state.settled().all()) {
      Rule rule = machine.rule;
      if (rule.id().equals(ruleId) && rule.reference().version().equals(version)) {
        return machine;
      }
    }
    return null;
  }

  private static Step readStep(DataInputStream in, MatchCodec matches) throws IOException {
    if (in.readByte() == MATCH) {
      return matches.read(in);
    }
    String ruleId = MatchCodec.readText(in);
    String id = MatchCodec.readText(in);
    long time = in.readLong();
    long received = in.readLong();
    long count = in.readLong();
    List<Match> evidence = new ArrayList<>();
    for (int i = count(in); i > 0; i--) {
      evidence.add(matches.read(in));
    }
    return new Fired(ruleId, id, time, received, count, evidence);
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("count " + count + " is not between 0 and " + MOST);
    }
    return count;
  }
}
