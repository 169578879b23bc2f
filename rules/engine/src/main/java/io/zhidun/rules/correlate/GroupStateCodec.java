package io.zhidun.rules.correlate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The binary form of a group's state. Its first byte is the version of the form. */
final class GroupStateCodec {
  /**
   * Version 2 has the alarm; version 1 is read as without one. Version 3 has quiet groups, the
   * versions of the rules on single events and what new machines do not count; older ones are read
   * as busy and without.
   */
  static final int VERSION = 3;

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
      Busy busy = state.busy();
      out.writeBoolean(busy == null);
      if (busy == null) {
        writeQuiet(out, state, matches);
      } else {
        writeBusy(out, busy, matches);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeQuiet(DataOutputStream out, GroupState state, MatchCodec matches)
      throws IOException {
    writeMatches(out, List.of(state.quiet()), matches);
    long[] marks = state.plan().marks();
    Newcomers newcomers = state.newcomers();
    out.writeInt(marks.length);
    for (int i = 0; i < marks.length; i++) {
      out.writeLong(marks[i]);
      Match since = newcomers == null ? null : newcomers.since(i);
      out.writeBoolean(since != null);
      if (since != null) {
        matches.write(out, since);
      }
    }
  }

  private static void writeBusy(DataOutputStream out, Busy busy, MatchCodec matches)
      throws IOException {
    Machine[] machines = busy.settled().all();
    out.writeInt(machines.length);
    for (Machine machine : machines) {
      writeMachine(out, machine, matches);
    }
    writeMatches(out, busy.pending(), matches);
    writeNewcomers(out, busy.settled(), matches);
  }

  private static void writeMatches(DataOutputStream out, List<Match> all, MatchCodec matches)
      throws IOException {
    out.writeInt(all.size());
    for (Match match : all) {
      matches.write(out, match);
    }
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

  private static void writeNewcomers(DataOutputStream out, Machines machines, MatchCodec matches)
      throws IOException {
    Newcomers newcomers = machines.newcomers();
    Machine[] all = machines.all();
    for (int i = 0; newcomers != null && i < all.length; i++) {
      Match since = newcomers.since(i);
      if (since != null) {
        out.writeBoolean(true);
        MatchCodec.writeText(out, all[i].rule.id());
        MatchCodec.writeText(out, all[i].rule.reference().version());
        matches.write(out, since);
      }
    }
    out.writeBoolean(false);
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
      MatchCodec matches = new MatchCodec(version >= 3);
      GroupKey key = new GroupKey(MatchCodec.readText(in));
      long settledTo = in.readLong();
      long alarm = version < 2 ? GroupState.NO_ALARM : in.readLong();
      boolean quiet = version >= 3 && in.readBoolean();
      Plan plan = correlator.plan(key);
      GroupState state =
          quiet
              ? readQuiet(in, plan, key, settledTo, matches)
              : new GroupState(plan, key, readBusy(in, version, plan, key, settledTo, matches));
      state.alarmMicros(alarm);
      return state;
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("group state is broken: " + e.getMessage(), e);
    }
  }

  private static GroupState readQuiet(
      DataInputStream in, Plan plan, GroupKey key, long settledTo, MatchCodec matches)
      throws IOException {
    Match[] members = readMatches(in, matches).toArray(Match[]::new);
    Newcomers newcomers = new Newcomers(plan.correlations.size());
    if (members.length > 0) {
      for (int i = 0; i < plan.correlations.size(); i++) {
        newcomers.since(i, members[members.length - 1]);
      }
    }
    for (int i = count(in); i > 0; i--) {
      int position = plan.positionOf(in.readLong());
      Match since = in.readBoolean() ? matches.read(in) : null;
      if (position >= 0) {
        newcomers.since(position, since);
      }
    }
    return new GroupState(plan, key, settledTo, members, newcomers.isEmpty() ? null : newcomers);
  }

  private static Busy readBusy(
      DataInputStream in, int version, Plan plan, GroupKey key, long settledTo, MatchCodec matches)
      throws IOException {
    Busy busy = new Busy(plan, key);
    Set<Integer> known = new HashSet<>();
    for (int machine = count(in); machine > 0; machine--) {
      known.add(readMachine(in, busy.settled(), matches));
    }
    List<Match> pending = readMatches(in, matches);
    Newcomers newcomers = newcomers(busy.settled(), known, pending);
    if (version >= 3) {
      readNewcomers(in, busy.settled(), newcomers, matches);
    }
    busy.settled().newcomers(newcomers);
    busy.restore(settledTo, pending);
    return busy;
  }

  private static List<Match> readMatches(DataInputStream in, MatchCodec matches)
      throws IOException {
    List<Match> all = new ArrayList<>();
    for (int i = count(in); i > 0; i--) {
      all.add(matches.read(in));
    }
    return all;
  }

  private static Newcomers newcomers(Machines machines, Set<Integer> known, List<Match> pending) {
    Newcomers newcomers = new Newcomers(machines.all().length);
    for (int i = 0; i < machines.all().length; i++) {
      if (!known.contains(i) && !pending.isEmpty()) {
        newcomers.since(i, pending.get(pending.size() - 1));
      }
    }
    return newcomers;
  }

  private static void readNewcomers(
      DataInputStream in, Machines machines, Newcomers newcomers, MatchCodec matches)
      throws IOException {
    while (in.readBoolean()) {
      String ruleId = MatchCodec.readText(in);
      String version = MatchCodec.readText(in);
      Match since = matches.read(in);
      int position = machines.positionOf(ruleId, version);
      if (position >= 0) {
        newcomers.since(position, since);
      }
    }
  }

  /** Position of the machine of the same rule in the same version, or -1: then it is dropped. */
  private static int readMachine(DataInputStream in, Machines machines, MatchCodec matches)
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
    int position = machines.positionOf(ruleId, version);
    if (position >= 0) {
      machines.all()[position].restore(lanes);
    }
    return position;
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
