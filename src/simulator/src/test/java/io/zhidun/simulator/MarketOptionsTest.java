package io.zhidun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketOptionsTest {
  @TempDir private Path folder;
  private final StringWriter errors = new StringWriter();

  @Test
  void writesFilingsAndTheTruthAboutThem() throws IOException {
    assertThat(run("--from", "2026-09-07T00:00:00+08:00", "--days", "3", "--scale", "0.001"))
        .isZero();

    assertThat(Files.readAllLines(folder.resolve("filings.ndjson")))
        .hasSizeGreaterThan(1_000)
        .allMatch(line -> line.startsWith("{\"") && line.endsWith("}"));
    assertThat(Files.readAllLines(folder.resolve("market-truth.ndjson")))
        .anyMatch(line -> line.startsWith("{\"scheme\":\"dispersed-filing\""))
        .anyMatch(line -> line.startsWith("{\"negative\":\"incubator\""));
  }

  @Test
  void writesHonestFilingOnlyWhereNoSchemeIsWanted() throws IOException {
    run("--from", "2026-09-07T00:00:00+08:00", "--scale", "0.001", "--market-scheme", "none");

    assertThat(folder.resolve("market-truth.ndjson")).isEmptyFile();
  }

  @Test
  void namesWhatIsWrong() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--from", "2026-09-07T00:00:00+08:00", "--market-scheme", "hording"))
        .isEqualTo(2);
    assertThat(errors.toString())
        .contains("--market needs --from")
        .contains("scheme \"hording\" is not one of");
  }

  @Test
  void servingBesideNeedsAMarketToSend() {
    int code =
        Simulator.commandLine()
            .setErr(new PrintWriter(errors, true))
            .execute("--out", folder.toString(), "--market-beside");

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains("--market-beside needs --market-url");
  }

  private int run(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "--market";
    all[1] = "--out";
    all[2] = folder.toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return Simulator.commandLine().setErr(new PrintWriter(errors, true)).execute(all);
  }
}
