package io.zhidun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.compliance.assess.AssessmentJson;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Conclusion;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplianceReportTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void writesTheFormsAskedForAndVerifiesThePack() throws IOException {
    Path file = Files.write(folder.resolve("a.json"), AssessmentJson.write(assessment()));
    Path out = folder.resolve("out");

    Shell written = report(file, out, "docx,csv,oscal,pack");
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(written.lines())
        .hasSizeGreaterThan(8)
        .allSatisfy(line -> assertThat(line.path("sm3").asString()).hasSize(64))
        .anySatisfy(line -> assertThat(line.path("form").asString()).isEqualTo("pack"));

    Path pack = out.resolve("evidence-pack.zip");
    Shell verified = Shell.run("", "compliance", "verify", pack.toString());
    assertThat(verified.exitCode()).as(verified.err()).isZero();
    assertThat(verified.lines().get(0).path("status").asString()).isEqualTo("intact");
    assertThat(verified.err()).contains("not signed");

    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);
    Shell broken = Shell.run("", "compliance", "verify", pack.toString());
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.lines().get(0).at("/fault/file").asString()).isNotEmpty();
  }

  @Test
  void signsWithTheVaultAndBelievesNoOtherKey() throws IOException {
    Path file = Files.write(folder.resolve("a.json"), AssessmentJson.write(assessment()));
    SecureRandom random = new SecureRandom();
    Path secret = folder.resolve("secret");
    Path vault = folder.resolve("vault");
    FileKeyVault made =
        FileKeyVault.create(vault, KeyLock.newKeyFile(secret, random), Instant.EPOCH, random);
    Path key = Files.writeString(folder.resolve("k.pem"), made.signer().publicKey().pem());
    Path other =
        Files.writeString(
            folder.resolve("o.pem"), Sm2PrivateKey.generate(random).publicKey().pem());
    Path out = folder.resolve("signed");

    Shell written =
        Shell.run(
            "",
            "compliance",
            "report",
            "--assessment",
            file.toString(),
            "--form",
            "docx,pack",
            "--out",
            out.toString(),
            "--sign-key",
            vault.toString(),
            "--sign-lock-file",
            secret.toString());
    assertThat(written.exitCode()).as(written.err()).isZero();

    for (String name : List.of("report.docx", "evidence-pack.zip")) {
      Path signed = out.resolve(name);
      assertThat(verify(signed, key).exitCode()).as(name).isZero();
      assertThat(verify(signed, other).exitCode()).as(name).isEqualTo(1);
      assertThat(verify(signed, other).err()).contains("unknown key");
    }
    Files.write(out.resolve("report.docx"), new byte[] {1}, StandardOpenOption.APPEND);
    assertThat(verify(out.resolve("report.docx"), key).lines().get(0).at("/fault/kind").asString())
        .isEqualTo("changed");
  }

  private static Shell verify(Path file, Path key) {
    return Shell.run("", "compliance", "verify", file.toString(), "--public-key", key.toString());
  }

  @Test
  void neverOverwritesAndSaysWhatIsWrong() throws IOException {
    Path file = Files.write(folder.resolve("a.json"), AssessmentJson.write(assessment()));
    assertThat(report(file, folder, "json").exitCode()).isZero();
    assertThat(report(file, folder, "json").exitCode()).isEqualTo(2);
    assertThat(report(file, folder, "xls").err()).contains("xls");
    Path none = Files.writeString(folder.resolve("none.json"), "{\"id\":");
    assertThat(report(none, folder, "csv").err()).contains("no assessment");
    assertThat(report(none, folder, "csv").exitCode()).isEqualTo(1);
    assertThat(Shell.run("", "compliance", "verify", file.toString()).err())
        .contains("no signature");
  }

  private static Shell report(Path file, Path out, String forms) {
    return Shell.run(
        "",
        "compliance",
        "report",
        "--assessment",
        file.toString(),
        "--form",
        forms,
        "--out",
        out.toString());
  }

  private static Assessment assessment() {
    Instant made = Instant.parse("2026-11-20T08:30:00Z");
    Texts layer = new Texts("安全计算环境", "Computing environment");
    Texts point = new Texts("安全审计", "Audit");
    return new Assessment(
        "A-1",
        new ProtectedSystem(
            "s", "系统", 3, "S3A3G3", Set.of(), "管理机关", "", null, false, "central", List.of()),
        "2026.11",
        "2026.11.1",
        made.minusSeconds(3600),
        made,
        made,
        List.of(
            new Item(
                "L3-8.1.4.3-a",
                3,
                "8.1.4.3",
                layer,
                point,
                "a",
                point,
                EvidenceClass.AUTOMATIC,
                point,
                null)),
        List.of(
            new Cell(
                "L3-8.1.4.3-a",
                "s",
                Result.NO_EVIDENCE,
                point,
                List.of(),
                new Judge(Judge.Kind.RULE, "audit-coverage", "1"),
                made)),
        List.of(
            new ItemResult(
                "L3-8.1.4.3-a", Result.NO_EVIDENCE, Map.of(Result.NO_EVIDENCE, 1), false)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Conclusion(
            "2025",
            "share@1",
            0,
            new Texts("不符合", "not met"),
            Map.of(Result.NO_EVIDENCE, 1),
            0,
            0,
            0,
            0,
            List.of()));
  }
}
