package io.zhidun.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.backup.storage.TargetException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every target does. */
abstract class TargetContract {
  private Target target;

  /** A target with nothing in it. */
  abstract Target open() throws Exception;

  /** The same place, where what is stored may not be deleted. */
  abstract Target openAppendOnly() throws Exception;

  @BeforeEach
  void openTarget() throws Exception {
    target = open();
  }

  @AfterEach
  void closeTarget() throws IOException {
    target.close();
  }

  @Test
  void givesBackWhatWasStored() throws IOException {
    byte[] bytes = new byte[3_000_001];
    new Random(7).nextBytes(bytes);

    target.put("backups/a/chunk-0", Content.of(bytes), null);

    assertThat(read("backups/a/chunk-0", 0, bytes.length)).isEqualTo(bytes);
    assertThat(target.find("backups/a/chunk-0").orElseThrow().size()).isEqualTo(bytes.length);
  }

  @Test
  void readsARange() throws IOException {
    target.put("r", Content.of("0123456789"), null);

    assertThat(read("r", 3, 4)).asString().isEqualTo("3456");
    assertThat(read("r", 8, 100)).asString().isEqualTo("89");
    assertThat(read("r", 10, 5)).isEmpty();
  }

  @Test
  void storesAnEmptyObject() throws IOException {
    target.put("empty", Content.of(""), null);

    assertThat(target.find("empty").orElseThrow().size()).isZero();
  }

  @Test
  void replacesNothing() throws IOException {
    target.put("one", Content.of("first"), null);

    assertThatThrownBy(() -> target.put("one", Content.of("second"), null))
        .isInstanceOfSatisfying(
            TargetException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXISTS))
        .hasMessageContaining("\"one\" is there already");
    assertThat(read("one", 0, 100)).asString().isEqualTo("first");
  }

  @Test
  void letsOneOfManyWritersWin() throws Exception {
    int writers = 6;
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    CountDownLatch together = new CountDownLatch(1);
    List<Future<Boolean>> outcomes = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      String text = "writer " + i;
      outcomes.add(
          pool.submit(
              () -> {
                together.await();
                return wins(text);
              }));
    }
    together.countDown();
    int winners = 0;
    for (Future<Boolean> outcome : outcomes) {
      winners += outcome.get() ? 1 : 0;
    }
    pool.shutdown();

    assertThat(winners).isEqualTo(1);
    assertThat(read("race", 0, 100)).asString().startsWith("writer ").hasSize(8);
  }

  private boolean wins(String text) throws IOException {
    try {
      target.put("race", Content.of(text), null);
      return true;
    } catch (TargetException e) {
      assertThat(e.reason()).isEqualTo(Reason.EXISTS);
      return false;
    }
  }

  @Test
  void showsNothingOfAWriteThatBroke() throws IOException {
    Content broken =
        new Content() {
          @Override
          public long size() {
            return 1_000_000;
          }

          @Override
          public InputStream open() {
            return new BreakingInputStream(500_000);
          }
        };

    assertThatThrownBy(() -> target.put("half", broken, null))
        .isInstanceOfAny(IOException.class, UncheckedIOException.class);

    assertThat(target.find("half")).isEmpty();
    assertThat(target.list("", null, 10).objects()).isEmpty();
    target.put("half", Content.of("whole"), null);
    assertThat(read("half", 0, 10)).asString().isEqualTo("whole");
  }

  @Test
  void saysThatAnObjectIsMissing() {
    assertThatThrownBy(() -> read("nothing/here", 0, 1))
        .isInstanceOfSatisfying(
            TargetException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MISSING));
  }

  @Test
  void listsByPrefixInPages() throws IOException {
    for (String name : List.of("b/2", "a/1", "b/1", "b/10", "b-x", "b/sub/3", "c")) {
      target.put(name, Content.of(name), null);
    }

    Page first = target.list("b/", null, 3);
    Page second = target.list("b/", "b/2", 3);

    assertThat(first.objects())
        .extracting(StoredObject::name)
        .containsExactly("b/1", "b/10", "b/2");
    assertThat(first.more()).isTrue();
    assertThat(second.objects()).extracting(StoredObject::name).containsExactly("b/sub/3");
    assertThat(second.more()).isFalse();
    assertThat(target.list("none/", null, 3).objects()).isEmpty();
  }

  @Test
  void deletesAndForgets() throws IOException {
    target.put("old", Content.of("x"), null);

    target.delete("old");
    target.delete("old");

    assertThat(target.find("old")).isEmpty();
  }

  @Test
  void keepsWhatMayNotBeDeleted() throws Exception {
    target.put("kept", Content.of("evidence"), null);
    try (Target worm = openAppendOnly()) {
      assertThatThrownBy(() -> worm.delete("kept"))
          .isInstanceOfSatisfying(
              TargetException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IMMUTABLE));
    }
    assertThat(read("kept", 0, 100)).asString().isEqualTo("evidence");
  }

  @Test
  void refusesNamesThatLeadElsewhere() {
    for (String name : List.of("../x", "a/../b", "/etc/x", "a//b", "a\nb", "", ".writing/x")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> target.put(name, Content.of("x"), null))
          .withMessageContaining("name");
    }
  }

  byte[] read(String name, long offset, long length) throws IOException {
    try (InputStream in = target.open(name, offset, length)) {
      return in.readAllBytes();
    }
  }

  Target target() {
    return target;
  }

  /** Gives some bytes, then fails as a source that went away does. */
  private static final class BreakingInputStream extends InputStream {
    private int left;

    BreakingInputStream(int left) {
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        throw new IOException("the source went away");
      }
      int count = Math.min(left, length);
      java.util.Arrays.fill(bytes, offset, offset + count, (byte) 'x');
      left -= count;
      return count;
    }
  }
}
