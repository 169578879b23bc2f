package io.zhidun.collectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobTest {
  @TempDir private Path folder;

  @Test
  void makesEachFileASourceOfItsOwn() throws IOException {
    FollowScene scene = new FollowScene(folder, folder + "/*.log");
    scene.write("a\n").write(folder.resolve("other.log"), "b\n").look();
    assertThat(scene.shipper.texts("app/app.log")).containsExactly("a");
    assertThat(scene.shipper.texts("app/other.log")).containsExactly("b");
  }

  @Test
  void readsFilesThatAppearLaterWhole() throws IOException {
    FollowScene scene = new FollowScene(folder, folder + "/*.log").startAt(StartAt.END);
    scene.write("old\n").look().write(folder.resolve("late.log"), "late\n");
    scene.clock.advance(Duration.ofSeconds(2));
    scene.look();
    assertThat(scene.shipper.texts("app/app.log")).isEmpty();
    assertThat(scene.shipper.texts("app/late.log")).containsExactly("late");
  }

  @Test
  void takesRotatedAndCompressedFilesForWhatTheyAre() throws IOException {
    FollowScene scene = new FollowScene(folder, folder + "/app*");
    scene.write("a\n").write(folder.resolve("app.log.1"), "x\n");
    scene.write(folder.resolve("app.log.2.gz"), "x\n").write(folder.resolve("app-new.log"), "n\n");
    scene.look();
    assertThat(scene.shipper.texts("app/app.log.1")).isEmpty();
    assertThat(scene.shipper.texts("app/app.log.2.gz")).isEmpty();
    assertThat(scene.shipper.texts("app/app-new.log")).containsExactly("n");
  }

  @Test
  void letsGoOfAFileThatStaysAway() throws IOException {
    FollowScene scene = new FollowScene(folder, folder + "/*.log").write("a\n").look();
    Files.delete(scene.log);
    scene.look();
    scene.clock.advance(Duration.ofMinutes(2));
    scene.look().write("b\n");
    scene.clock.advance(Duration.ofSeconds(2));
    scene.look();
    assertThat(scene.shipper.texts("app/app.log")).containsExactly("a", "b");
    assertThat(scene.shipper.counters("app/app.log").rejected()).isZero();
  }
}
