package io.zhidun.collectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.collectors.core.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {
  @TempDir private Path folder;

  @Test
  void finishesARenamedFileBeforeTheNewOne() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look();
    scene.rename("app.log.1").write("3\n").look();
    scene.write(folder.resolve("app.log.1"), "2\n");
    assertThat(scene.settle().texts()).containsExactly("1", "2", "3");
  }

  @Test
  void waitsForTheNewFileAfterARename() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look().rename("app.log.1").settle();
    scene.write(folder.resolve("app.log.1"), "2\n").settle();
    assertThat(scene.write("3\n").settle().texts()).containsExactly("1", "2", "3");
  }

  @Test
  void shipsAnUnfinishedLineOnceTheFileIsDone() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\nhalf").look();
    scene.rename("app.log.1").write("2\n");
    assertThat(scene.settle().texts()).containsExactly("1", "half", "2");
  }

  @Test
  void readsTheCopyOfATruncatedFileToItsEnd() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look();
    scene.write("2\n").copyTruncate("app.log.1").write("3\n");
    assertThat(scene.settle().texts()).containsExactly("1", "2", "3");
  }

  @Test
  void beginsAgainAfterATruncationThatLostNothing() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n2\n").look().copyTruncate("app.log.1");
    assertThat(scene.look().write("3\n").settle().texts()).containsExactly("1", "2", "3");
  }

  @Test
  void noticesATruncatedFileThatHasGrownPastItsOldSize() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look().copyTruncate("app.log.1");
    assertThat(scene.write("second\nthird\n").settle().texts())
        .containsExactly("1", "second", "third");
  }

  @Test
  void readsTheCopyOfAFileThatWasTruncatedBeforeItsTurnCame() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look();
    scene.rename("app.log.1").write("2\n").look();
    scene.copyTruncate("app.log.2").write("3\n");
    assertThat(scene.settle().settle().texts()).containsExactly("1", "2", "3");
  }

  @Test
  void findsTheRestOfARenamedFileAfterARestart() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look().write("2\n");
    scene.rename("app.log.1").write("3\n");
    assertThat(scene.restart().settle().texts()).containsExactly("1", "2", "3");
  }

  @Test
  void findsTheRestOfACopiedFileAfterARestart() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look().write("2\n");
    scene.copyTruncate("app.log-20261122").write("3\n");
    assertThat(scene.restart().settle().texts()).containsExactly("1", "2", "3");
  }

  @Test
  void readsAllGenerationsThatCameWhileItWasAway() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look().write("2\n");
    scene.rename("app.log.3").write("3\n").rename("app.log.2").write("4\n").rename("app.log.1");
    scene.write("5\n").write(folder.resolve("app.log.4"), "older\n");
    age("app.log.4", 5);
    age("app.log.3", 4);
    age("app.log.2", 3);
    age("app.log.1", 2);
    assertThat(scene.restart().settle().settle().settle().texts())
        .containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void countsWhatVanishedWhileItWasAway() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look().write("2\n");
    Path away = folder.resolve("app.log.1.gz");
    scene.rename("app.log.1.gz");
    Files.write(away, new byte[] {1}, StandardOpenOption.TRUNCATE_EXISTING);
    assertThat(scene.write("3\n").restart().settle().texts()).containsExactly("1", "3");
    assertThat(scene.shipper.counters(FollowScene.SOURCE).rejectedFor(RejectReason.VANISHED))
        .isEqualTo(1);
  }

  @Test
  void holdsOnToRotatedFilesWhileTheOutletIsFull() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look();
    scene.shipper.full(true);
    scene.write("2\n").look().rename("app.log.1").write("3\n").look();
    Files.delete(folder.resolve("app.log.1"));
    scene.rename("app.log.1").write("4\n").look();
    Files.delete(folder.resolve("app.log.1"));
    scene.shipper.full(false);
    assertThat(scene.settle().settle().texts()).containsExactly("1", "2", "3", "4");
  }

  @Test
  void countsLinesThatCameToAFileAfterItWasFinished() throws IOException {
    FollowScene scene = new FollowScene(folder).write("1\n").look().rename("app.log.1");
    scene.write("2\n").settle().write(folder.resolve("app.log.1"), "late\n").look();
    assertThat(scene.texts()).containsExactly("1", "2");
    assertThat(scene.shipper.counters(FollowScene.SOURCE).rejectedFor(RejectReason.VANISHED))
        .isEqualTo(1);
  }

  private void age(String name, int minutes) throws IOException {
    Instant time = Instant.now().minusSeconds(60L * minutes);
    Files.setLastModifiedTime(folder.resolve(name), FileTime.from(time));
  }
}
