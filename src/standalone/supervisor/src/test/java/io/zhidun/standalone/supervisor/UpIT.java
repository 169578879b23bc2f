package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of the installation with a real supervisor and small stand-ins for the parts. */
class UpIT {
  @TempDir private Path folder;
  private FakeHome home;

  @BeforeEach
  void layOut() throws IOException {
    home = new FakeHome(folder);
  }

  @AfterEach
  void end() {
    home.run("down");
  }

  @Test
  void startsEveryPartAndShowsTheFirstPasswordsOnce() {
    FakeHome.Said first = home.up();
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out())
        .containsPattern("kafka +ready in")
        .containsPattern("service +ready in")
        .contains("Console: http://localhost:" + home.port(Port.HTTP) + "/")
        .containsPattern("operator +[2-9a-zA-Z]{20}\n")
        .containsPattern("engineer +[2-9a-zA-Z]{20}\n")
        .containsPattern("auditor +[2-9a-zA-Z]{20}\n")
        .containsPattern("reviewer +[2-9a-zA-Z]{20}\n");
    assertThat(home.run("status").out()).containsPattern("stream +running +\\d+");
    assertThat(home.up().out()).contains("running already").doesNotContain("auditor");
    assertThat(home.run("down").out()).containsSubsequence("service", "kafka", "supervisor");
    assertThat(home.run("status").code()).isEqualTo(1);

    FakeHome.Said again = home.run("up", "--no-memory-check");
    assertThat(again.code()).as("the ports of the first start are kept: " + again.err()).isZero();
    assertThat(again.out()).doesNotContain("auditor");
    assertThat(home.part(Plan.KAFKA).port()).isEqualTo(home.port(Port.KAFKA));
  }

  @Test
  void startsAPartAgainThatWasKilled() {
    home.up();
    PartStatus before = home.part(Plan.AGENT);
    kill(before.pid());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> home.part(Plan.AGENT).restarts() == 1 && home.state().isReady());
    assertThat(home.part(Plan.AGENT).pid()).isNotEqualTo(before.pid());
  }

  @Test
  void endsThePartsOfASupervisorThatWasKilledBeforeItStartsNewOnes() throws IOException {
    home.up();
    State before = home.state();
    kill(before.supervisor().pid());
    Files.delete(home.installation().state());
    await().until(() -> home.run("status").code() == 1);
    assertThat(home.run("status").err()).contains("kafka still runs as process");

    FakeHome.Said again = home.up();
    assertThat(again.code()).as(again.err()).isZero();
    for (PartStatus part : before.parts()) {
      assertThat(new ProcessIdentity(part.pid(), part.started()).isAlive()).isFalse();
    }
  }

  @Test
  void endsThePartsOfAKilledSupervisorOnDown() {
    home.up();
    kill(home.state().supervisor().pid());
    await().until(() -> home.run("status").code() == 1);
    assertThat(home.run("down").out()).containsSubsequence("ended agent", "ended kafka");
    assertThat(Orphans.find(home.installation())).isEmpty();
  }

  @Test
  void endsEveryPartWhenTheSupervisorIsAskedToEnd() {
    home.up();
    State before = home.state();
    ProcessHandle.of(before.supervisor().pid()).orElseThrow().destroy();
    await().until(() -> !before.supervisor().identity().isAlive());
    assertThat(Orphans.find(home.installation())).isEmpty();
    assertThat(State.load(home.installation().state()).orElseThrow().parts())
        .extracting(PartStatus::state)
        .containsOnly(PartState.STOPPED);
  }

  @Test
  void saysWhyTheDataFolderCannotBeUsed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    FakeHome.Said said = home.run("up", "--data", file.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).startsWith("Zhidun cannot start: ").contains(file.toString());
  }

  @Test
  void namesATakenPortItsHolderAndTheOptionThatChangesIt() throws IOException {
    int port = home.port(Port.HTTP);
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("::1"))) {
      FakeHome.Said said = home.up();
      assertThat(said.code()).isEqualTo(1);
      assertThat(said.err())
          .contains("Port " + port + " (console and API) is taken by process ")
          .contains(Long.toString(ProcessHandle.current().pid()))
          .contains("--http-port");
      assertThat(taken.isBound()).isTrue();
    }
    assertThat(home.up().out()).as("passwords after a start that failed").contains("operator ");
  }

  @Test
  void saysWhichModuleIsNotBuilt() throws IOException {
    Files.delete(folder.resolve("src/service/target/runtime.classpath"));
    FakeHome.Said said = home.up();
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).contains("src/service/target/runtime.classpath").contains("not built");
  }

  @Test
  void refusesUnknownPartsAsWrongUse() {
    FakeHome.Said said = home.run("up", "--only", "zookeeper");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("zookeeper");
  }

  @Test
  void startsOnlyTheNamedPartsOnRequest() {
    List<String> args = List.of("up", "--no-memory-check", "--only=kafka");
    FakeHome.Said said =
        home.run(args.get(0), args.get(1), args.get(2), "--kafka-port=" + home.port(Port.KAFKA));
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(home.state().parts()).extracting(PartStatus::name).containsExactly(Plan.KAFKA);
  }

  private static void kill(long pid) {
    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
  }
}
