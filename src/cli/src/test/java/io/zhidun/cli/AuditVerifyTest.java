package io.zhidun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.chain.Trail;
import io.zhidun.trust.chain.TrailPosition;
import io.zhidun.trust.seal.Signer;
import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AuditVerifyTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Signer SIGNER = new Sm2Signer(Sm2PrivateKey.generate(RANDOM), RANDOM);

  @TempDir private Path folder = Path.of("");
  private final List<String> lines = new ArrayList<>();
  private String root = "";

  @BeforeEach
  void trail() throws IOException {
    Trail trail = Trail.at(TrailPosition.start("service"));
    lines.add(trail.position().line());
    for (int i = 0; i < 9; i++) {
      lines.add(trail.append(Instant.EPOCH, "{\"action\":\"session.sign-in\"}").line());
    }
    lines.add(trail.seal(Instant.EPOCH, SIGNER).line());
    root = Sm3.hex(trail.position().root());
    Files.writeString(folder.resolve("key.pem"), SIGNER.publicKey().pem());
  }

  @Test
  void anIntactTrailIsSaidToBeOne() throws Exception {
    Shell shell = verify("--public-key", key(), "--expect-size", "10", "--expect-root", root);

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.err()).contains("intact, 10 records, 1 seals; 1 records are not sealed yet");
    JsonNode line = shell.lines().get(0);
    assertThat(line.path("status").asString()).isEqualTo("intact");
    assertThat(line.path("keys").path(0).asString()).isEqualTo(SIGNER.keyId());
  }

  @Test
  void withoutAKeyItSaysWhatIsLeftToCompare() throws Exception {
    assertThat(verify().err()).contains("no --public-key was given", SIGNER.keyId());
    assertThat(verify("--json").err()).isEmpty();
  }

  @Test
  void theFirstBrokenRecordIsNamed() throws Exception {
    lines.set(5, lines.get(5).replace("sign-in", "sign-on"));
    Shell shell = verify("--public-key", key());

    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.err()).contains("record 4 (line 6) changed");
    JsonNode fault = shell.lines().get(0).path("fault");
    assertThat(fault.path("kind").asString()).isEqualTo("changed");
    assertThat(fault.path("sequence").asInt()).isEqualTo(4);
  }

  @Test
  void aCutTailAndAnotherRootAreNoticedWhereTheyAreExpected() throws Exception {
    assertThat(verify("--expect-size", "11").exitCode()).isEqualTo(1);
    Shell shell = verify("--expect-size", "10", "--expect-root", "0".repeat(64));
    assertThat(shell.lines().get(0).path("fault").path("kind").asString()).isEqualTo("rewritten");
  }

  @Test
  void oneRecordIsProvenOffline() throws Exception {
    verify();
    String proof = folder.resolve("proof").toString();
    Shell made =
        Shell.run("", "audit", "proof", folder + "/trail.ndjson", "--record", "4", "--out", proof);
    assertThat(made.exitCode()).as(made.err()).isZero();

    Shell shell = Shell.run("", "audit", "verify", proof, "--public-key", key());
    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lines().get(0).path("status").asString()).isEqualTo("intact");
    assertThat(shell.lines().get(0).path("record").asInt()).isEqualTo(4);
    assertThat(shell.err()).contains("record 4 is one of the 9 of service");

    Files.writeString(Path.of(proof), Files.readString(Path.of(proof)).replace("sign-in", "x"));
    assertThat(Shell.run("", "audit", "verify", proof).exitCode()).isEqualTo(1);
    Shell none = Shell.run("", "audit", "proof", folder + "/trail.ndjson", "--record", "10");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).contains("there is no record 10; the trail has 10");
  }

  @Test
  void wrongUseIsTwo() {
    assertThat(Shell.run("", "audit", "verify", folder + "/none").exitCode()).isEqualTo(2);
    assertThat(Shell.run("", "audit", "verify", "-", "--expect-root", "zz").exitCode())
        .isEqualTo(2);
    Shell noKey = Shell.run("", "audit", "verify", "-", "--public-key", folder + "/none");
    assertThat(noKey.exitCode()).isEqualTo(2);
    assertThat(Shell.run("", "audit").exitCode()).isEqualTo(2);
  }

  private String key() {
    return folder.resolve("key.pem").toString();
  }

  private Shell verify(String... options) throws IOException {
    Path file = folder.resolve("trail.ndjson");
    Files.writeString(file, String.join("\n", lines) + "\n");
    List<String> arguments = new ArrayList<>(List.of("audit", "verify", file.toString()));
    arguments.addAll(List.of(options));
    return Shell.run("", arguments.toArray(String[]::new));
  }
}
