package io.zhidun.collectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.testkit.ShippedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowTest {
  @TempDir private Path folder;

  @Test
  void readsWhatIsThereAndWhatIsAdded() throws IOException {
    FollowScene scene = new FollowScene(folder).write("one\ntwo\n").look().write("three\n").look();
    assertThat(scene.texts()).containsExactly("one", "two", "three");
    assertThat(scene.shipper.records(FollowScene.SOURCE))
        .extracting(ShippedRecord::sequence)
        .containsExactly(0L, 1L, 2L);
  }

  @Test
  void waitsForAFileThatIsNotThereYet() throws IOException {
    FollowScene scene = new FollowScene(folder).look();
    assertThat(scene.texts()).isEmpty();
    assertThat(scene.write("first\n").look().texts()).containsExactly("first");
  }

  @Test
  void holdsALineBackUntilItIsWhole() throws IOException {
    FollowScene scene = new FollowScene(folder).write("begin").look();
    assertThat(scene.texts()).isEmpty();
    assertThat(scene.write(" end\n").look().texts()).containsExactly("begin end");
  }

  @Test
  void keepsEveryByteButTheLineFeed() throws IOException {
    FollowScene scene = new FollowScene(folder).write("a\r\n\u0000\u00ff\u0080\n").look();
    assertThat(scene.shipper.records(FollowScene.SOURCE))
        .extracting(ShippedRecord::value)
        .containsExactly(new byte[] {'a', '\r'}, new byte[] {0, (byte) 0xff, (byte) 0x80});
  }

  @Test
  void passesEmptyLinesAndCountsThem() throws IOException {
    FollowScene scene = new FollowScene(folder).write("\n\none\n\n").look();
    assertThat(scene.texts()).containsExactly("one");
    assertThat(scene.shipper.counters(FollowScene.SOURCE).rejectedFor(RejectReason.EMPTY))
        .isEqualTo(3);
  }

  @Test
  void shipsTheHeadOfALineThatIsTooLong() throws IOException {
    FollowScene scene = new FollowScene(folder).maxLine(5);
    scene.write("12345\n123456\n12345678901234").look().write("567890\nnext\n").look();
    assertThat(scene.texts()).containsExactly("12345", "12345", "12345", "next");
    assertThat(scene.shipper.counters(FollowScene.SOURCE).rejectedFor(RejectReason.TOO_LONG))
        .isEqualTo(2);
  }

  @Test
  void readsALineLongerThanItsUsualBlock() throws IOException {
    String line = "x".repeat(FileOptions.DEFAULT_MAX_LINE);
    FollowScene scene = new FollowScene(folder).write("a\n" + line + "\n" + line + "y\nb\n").look();
    assertThat(scene.texts()).containsExactly("a", line, line, "b");
  }

  @Test
  void beginsAtTheEndWhenToldSo() throws IOException {
    FollowScene scene = new FollowScene(folder).startAt(StartAt.END).write("old\nhalf ").look();
    scene.write("old\nnew\n").look();
    assertThat(scene.texts()).containsExactly("new");
  }

  @Test
  void waitsWhileTheOutletIsFull() throws IOException {
    FollowScene scene = new FollowScene(folder).write("one\n").look();
    scene.shipper.full(true);
    scene.write("two\nthree\n").look();
    assertThat(scene.texts()).containsExactly("one");
    scene.shipper.full(false);
    assertThat(scene.look().texts()).containsExactly("one", "two", "three");
  }

  @Test
  void goesOnWhereItWasAfterARestart() throws IOException {
    FollowScene scene = new FollowScene(folder).write("one\ntwo\n").look().restart();
    assertThat(scene.write("three\n").look().texts()).containsExactly("one", "two", "three");
  }

  @Test
  void givesEachLineTheSameNumberWhenItReadsAgain() throws IOException {
    FollowScene scene = new FollowScene(folder).write("one\n\n").look();
    scene.shipper.silent(true);
    scene.write("two\n\nthree\n").look();
    scene.shipper.silent(false);
    scene.restart().write("four\n").look();
    assertThat(scene.texts()).containsExactly("one", "two", "three", "four");
    assertThat(scene.shipper.counters(FollowScene.SOURCE).rejectedFor(RejectReason.EMPTY))
        .as("empty lines read twice count once")
        .isEqualTo(2);
  }

  @Test
  void doesNotOpenWhatIsNoFile() throws IOException {
    Files.createDirectory(folder.resolve("app.log"));
    assertThat(new FollowScene(folder).look().texts()).isEmpty();
  }
}
