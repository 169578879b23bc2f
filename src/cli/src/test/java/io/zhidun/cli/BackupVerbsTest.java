package io.zhidun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BackupVerbsTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    for (String name : List.of("state", "scratch", "near", "documents")) {
      Files.createDirectory(folder.resolve(name));
    }
    Files.writeString(folder.resolve("documents/a"), "one");
    Files.writeString(
        folder.resolve("backup.yml"),
        """
        installation: office-a
        state: %1$s/state
        scratch: %1$s/scratch
        keys: {vault: %1$s/vault, key-file: %1$s/key}
        targets:
          near: {kind: directory, path: %1$s/near}
        sources:
          - {system: trademark, name: documents, tier: T3, targets: [near], kind: files,
             path: %1$s/documents}
        """
            .formatted(folder));
    assertThat(backup("keys", "create").exitCode()).isZero();
  }

  private Shell backup(String... verb) {
    List<String> words = new ArrayList<>(List.of("backup", "--config", folder + "/backup.yml"));
    words.addAll(List.of(verb));
    return Shell.run("", words.toArray(String[]::new));
  }

  @Test
  void checksAWholeTargetAndNamesWhatChanged() throws IOException {
    assertThat(backup("run").exitCode()).isZero();
    Shell drill = backup("drill", "trademark/documents", "--by", "schedule");
    assertThat(drill.exitCode()).as(drill.err()).isZero();
    Shell whole = backup("check");
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(whole.lines().get(0).path("objects").asInt()).isEqualTo(3 + 2);

    Path record;
    try (var files = Files.walk(folder.resolve("near/drills"))) {
      record = files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
    }
    Files.writeString(record, Files.readString(record).replace("schedule", "somebody"));
    Shell changed = backup("check", "near");

    assertThat(changed.exitCode()).isEqualTo(1);
    assertThat(changed.err()).contains(record.getFileName() + ": is not what was signed");
    assertThat(backup("check", "moon").exitCode()).isEqualTo(2);
  }

  @Test
  void prunesOnlyWhatTheRetentionGivesUp() {
    assertThat(backup("run").exitCode()).isZero();
    Shell would = backup("prune", "trademark/documents", "--dry-run");
    Shell did = backup("prune", "trademark/documents", "--target", "near");

    assertThat(List.of(would.exitCode(), did.exitCode())).containsOnly(0);
    JsonNode line = did.lines().get(0);
    assertThat(line.path("deleted")).isEmpty();
    assertThat(line.path("kept").asInt()).isEqualTo(1);
    assertThat(would.lines().get(0).path("dryRun").asBoolean(false)).isTrue();
    assertThat(backup("prune", "trademark/documents", "--target", "far").exitCode()).isEqualTo(2);
  }

  @Test
  void makesAQuorumWhoseSharesOnlyTheirOwnersRead() throws IOException {
    Path shares = folder.resolve("shares");
    String[] create = {
      "quorum",
      "create",
      "--threshold",
      "2",
      "--shares",
      "3",
      "--public-key",
      folder + "/quorum.pem",
      "--out",
      shares.toString()
    };
    Shell made = backup(create);

    assertThat(made.exitCode()).as(made.err()).isZero();
    assertThat(folder.resolve("quorum.pem")).content().startsWith("-----BEGIN PUBLIC KEY-----");
    assertThat(Files.getPosixFilePermissions(shares.resolve("share-3"))).hasSize(2);
    assertThat(made.out()).doesNotContain("zhidun-share");
    assertThat(backup(create).exitCode()).as("a second time").isEqualTo(2);
    Shell open =
        backup(
            "quorum",
            "open",
            folder + "/none",
            "--share",
            shares + "/share-1",
            "--into",
            folder + "/keys");
    assertThat(open.exitCode()).isEqualTo(2);
  }
}
