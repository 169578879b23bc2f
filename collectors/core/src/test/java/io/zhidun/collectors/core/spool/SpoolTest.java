package io.zhidun.collectors.core.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.collectors.core.Stamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final int SMALL_SEGMENT = 100;

  @TempDir private Path folder;
  private final SpoolBudget budget = new SpoolBudget(2_000);

  @Test
  void givesBackWhatItTookInOrder() throws IOException {
    try (Spool spool = open()) {
      append(spool, 0, 20);
      assertThat(drain(spool)).containsExactlyElementsOf(sequences(0, 20));
      assertThat(spool.peek()).isNull();
      append(spool, 20, 22);
      assertThat(drain(spool)).containsExactly(20L, 21L);
    }
  }

  @Test
  void keepsEveryPartOfARecord() throws IOException {
    SpoolRecord record = new SpoolRecord(new Stamp(7, 3), 99, "2001:db8::5", new byte[] {0, -1});
    try (Spool spool = open()) {
      spool.append(record, false);
      SpoolRecord back = spool.peek();
      assertThat(back).usingRecursiveComparison().isEqualTo(record);
    }
  }

  @Test
  void survivesTheEndOfTheProcess() throws IOException {
    Spool died = open();
    append(died, 0, 10);
    try (Spool spool = open()) {
      assertThat(drain(spool)).containsExactlyElementsOf(sequences(0, 10));
    }
  }

  @Test
  void cutsOffATornRecord() throws IOException {
    try (Spool spool = open()) {
      append(spool, 0, 2);
    }
    Path file = files().get(0);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 3);
    }
    try (Spool spool = open()) {
      append(spool, 2, 3);
      assertThat(drain(spool)).containsExactly(0L, 2L);
    }
  }

  @Test
  void passesADamagedRecordAndCountsIt() throws IOException {
    try (Spool spool = open()) {
      append(spool, 0, 2);
    }
    try (FileChannel channel = FileChannel.open(files().get(0), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {77}), Segment.HEADER + 2);
    }
    try (Spool spool = open()) {
      assertThat(drain(spool)).containsExactly(1L);
      assertThat(spool.takeDamaged()).isEqualTo(1);
    }
  }

  @Test
  void refusesWhatTheBudgetDoesNotHold() throws IOException {
    try (Spool spool = open()) {
      int taken = 0;
      while (spool.append(record(taken), false)) {
        taken++;
      }
      assertThat(spool.bytes()).isBetween(1_900L, 2_000L);
      assertThat(spool.append(record(taken), true)).as("what is under way is forced in").isTrue();
      assertThat(drain(spool)).hasSize(taken + 1);
    }
  }

  @Test
  void letsGoOfAcknowledgedSegmentsAndTheirBytes() throws IOException {
    try (Spool spool = open()) {
      append(spool, 0, 20);
      assertThat(drain(spool)).hasSize(20);
      long before = spool.bytes();
      spool.acknowledged(new Stamp(1, 9));
      assertThat(spool.bytes()).isLessThan(before).isPositive();
      spool.rewind();
      assertThat(drain(spool)).contains(10L).doesNotContain(5L);
      spool.acknowledged(new Stamp(1, 19));
      assertThat(spool.isEmpty()).isTrue();
      assertThat(files()).isEmpty();
      assertThat(budget.used()).isZero();
    }
  }

  private Spool open() throws IOException {
    return Spool.open(folder, SMALL_SEGMENT, budget, SyncPolicy.INTERVAL);
  }

  private static SpoolRecord record(long sequence) {
    return new SpoolRecord(new Stamp(1, sequence), 5, null, new byte[] {1, 2, 3});
  }

  private static void append(Spool spool, long from, long to) throws IOException {
    for (long i = from; i < to; i++) {
      assertThat(spool.append(record(i), false)).isTrue();
    }
  }

  private static List<Long> drain(Spool spool) throws IOException {
    List<Long> read = new ArrayList<>();
    for (SpoolRecord record = spool.peek(); record != null; record = spool.peek()) {
      read.add(record.stamp().sequence());
      spool.advance(record);
    }
    return read;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.sorted().toList();
    }
  }

  private static List<Long> sequences(long from, long to) {
    return Stream.iterate(from, i -> i < to, i -> i + 1).toList();
  }
}
