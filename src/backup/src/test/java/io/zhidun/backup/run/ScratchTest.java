package io.zhidun.backup.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  private static final String DEAD = "drill-20261127T080000Z-00000001";

  @TempDir Path folder;

  /** A drill that leaves a server behind, as a killed one does. */
  public static final class Drill {
    private Drill() {}

    public static void main(String[] args) throws Exception {
      Path at = Scratch.create(Path.of(args[0]), "20261127T080000Z-00000001", "office-a").folder();
      Files.writeString(Files.createDirectory(at.resolve("data")).resolve("secret"), "restored");
      Process server =
          new ProcessBuilder(
                  java(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Server.class.getName(),
                  at.resolve("data").toString())
              .start();
      Files.writeString(Path.of(args[0], "server"), Long.toString(server.pid()));
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  /** Stays. */
  public static final class Server {
    private Server() {}

    public static void main(String[] args) throws InterruptedException {
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }

  private static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  @Test
  void removesTheFolderOfADrillThatWasKilledAndEndsItsServer() throws Exception {
    Process drill =
        new ProcessBuilder(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Drill.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    long server =
        Await.value(
            Duration.ofSeconds(30),
            "the drill's server",
            () ->
                Files.exists(folder.resolve("server"))
                        && !Files.readString(folder.resolve("server")).isEmpty()
                    ? java.util.Optional.of(
                        Long.parseLong(Files.readString(folder.resolve("server"))))
                    : java.util.Optional.empty());
    assertThat(Scratch.removeDead(folder, "office-a")).as("while it is alive").isEmpty();
    drill.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(server)).isPresent();
    assertThat(Scratch.removeDead(folder, "office-b")).as("by another").isEmpty();

    assertThat(Scratch.removeDead(folder, "office-a")).containsExactly(DEAD);

    assertThat(folder.resolve(DEAD)).doesNotExist();
    assertThat(folder.resolve(DEAD + ".lock")).doesNotExist();
    Await.until(
        Duration.ofSeconds(10),
        "the server's end",
        () -> ProcessHandle.of(server).map(one -> !one.isAlive()).orElse(true));
  }

  @Test
  void leavesWhatIsNotOurs() throws IOException {
    Path noLock = Files.createDirectory(folder.resolve(DEAD));
    Path otherName = Files.createDirectory(folder.resolve("drill-of-the-fire-brigade"));
    Files.writeString(folder.resolve("drill-of-the-fire-brigade.lock"), "");
    Path foreign = Files.createDirectory(folder.resolve("drill-20261127T080000Z-00000002"));
    Files.writeString(folder.resolve("drill-20261127T080000Z-00000002.lock"), "somebody's words");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("kept"), "kept");
    Files.createSymbolicLink(folder.resolve("drill-20261127T080000Z-00000003"), elsewhere);
    Files.createSymbolicLink(
        folder.resolve("drill-20261127T080000Z-00000003.lock"), elsewhere.resolve("kept"));

    assertThat(Scratch.removeDead(folder, "office-a")).isEmpty();

    assertThat(List.of(noLock, otherName, foreign)).allMatch(Files::isDirectory);
    assertThat(elsewhere.resolve("kept")).hasContent("kept");
  }

  @Test
  void keepsWhatIsAtWorkInThisProcessToo() throws IOException {
    try (Scratch scratch = Scratch.create(folder, "20261127T080000Z-0000000a", "office-a")) {
      assertThat(Scratch.removeDead(folder, "office-a")).isEmpty();
      assertThat(scratch.folder()).isEmptyDirectory();
    }
    assertThat(folder).isEmptyDirectory();
  }
}
