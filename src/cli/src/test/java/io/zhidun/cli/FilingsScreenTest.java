package io.zhidun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.simulator.market.Market;
import io.zhidun.simulator.market.MarketPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FilingsScreenTest {
  private static final String TEXT =
      "本实用新型公开了一种用于蔬菜大棚的滴灌装置，包括水箱、设在水箱下方的过滤器、与过滤器相连的主管以及"
          + "沿畦面铺设的多根支管，支管上每隔三十厘米开有滴孔，滴孔内装有可拆下的陶瓷芯。水位传感器测得水箱缺水时，"
          + "控制盒打开进水阀并停止水泵，土壤湿度低于设定值时重新供水，由此避免干烧，也减少了人工巡查的次数。";

  @TempDir private Path folder = Path.of("");

  @Test
  void aTextOfSeveralApplicantsGivesOneIndicationALineWithWhatAReviewerNeeds() {
    Shell shell = Shell.run(filings(6), "filings", "screen", "--input", "-");

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.err()).contains("6 lines, ").contains("0 lines could not be read");
    assertThat(shell.lines())
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.at("/subject/type").asString()).isNotEmpty();
              assertThat(line.at("/subject/key").asString()).isNotEmpty();
              assertThat(line.path("kind").asString()).matches("P[1-9]");
              assertThat(line.path("tier").asString()).isIn("提示", "预警", "高风险");
              assertThat(line.path("score").asDouble()).isBetween(0.01, 1.0);
              assertThat(line.path("filings").path(0).asString()).startsWith("20262");
              assertThat(line.path("evidence").path(0).path("type").asString()).isNotEmpty();
              assertThat(line.at("/explanation/zh").asString()).contains("疑似", "待核实");
              assertThat(line.at("/explanation/en").asString()).contains("suspected");
            });
  }

  @Test
  void aLineThatCannotBeReadIsToldAndStopsNothing() {
    String lines = "{\"applicationNumber\":\"2026204796011\"}\n" + filings(6) + "nonsense\n";

    Shell shell = Shell.run(lines, "filings", "screen", "--input", "-");

    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.err())
        .contains("line 1: ", "applicationNumber", "2026204796011", "line 8: ")
        .contains("2 lines could not be read");
    assertThat(shell.out())
        .isEqualTo(Shell.run(filings(6), "filings", "screen", "--input", "-").out());
  }

  @Test
  void aDescriptionOfAMillionCharactersIsRead() {
    String description = ",\"description\":\"" + "滴灌".repeat(490_000) + "\"}";
    String line = filings(1).strip();

    Shell shell =
        Shell.run(
            line.substring(0, line.length() - 1) + description,
            "filings",
            "screen",
            "--input",
            "-");

    assertThat(shell.exitCode()).as(shell.err()).isZero();
  }

  @Test
  void noInputOrOneThatIsNotThereIsWrongUse() {
    Shell missing =
        Shell.run("", "filings", "screen", "--input", folder.resolve("none").toString());

    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("none cannot be read");
    assertThat(Shell.run("", "filings", "screen").exitCode()).isEqualTo(2);
  }

  @Test
  void everySentenceHasItsNumbers() {
    MarketPlan plan = MarketPlan.of(5, LocalDate.parse("2026-09-01"), 60, 0.001).detail(0);
    StringBuilder lines = new StringBuilder();
    new Market(plan)
        .forEachRemaining(
            line -> lines.append(new String(line.json(), StandardCharsets.UTF_8)).append('\n'));

    Shell shell = Shell.run(lines.toString(), "filings", "screen", "--input", "-");

    assertThat(shell.exitCode()).as(shell.err()).isZero();
    assertThat(shell.lines()).as("indications").hasSizeGreaterThan(50);
    assertThat(withoutNumbers(shell.lines())).as("an example for each signal").isEmpty();
  }

  /** Codes of signals of which a sentence lacks a number, with an explanation that shows it. */
  private static Map<String, String> withoutNumbers(List<JsonNode> indications) {
    Map<String, String> lacking = new LinkedHashMap<>();
    for (JsonNode indication : indications) {
      for (String language : List.of("zh", "en")) {
        String explanation = indication.path("explanation").path(language).asString();
        if (explanation.contains("—")) {
          lacking.putIfAbsent(codes(indication).toString(), explanation);
        }
      }
    }
    return lacking;
  }

  private static Set<String> codes(JsonNode indication) {
    return StreamSupport.stream(indication.path("signals").spliterator(), false)
        .map(signal -> signal.path("code").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same device under other titles, filed by so many companies within minutes. */
  private static String filings(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                """
                {"applicationNumber":"20262100000%d","applType":"utility-model","submittedAt":"2026-11-20T02:0%d:00Z",\
                "inventionTitle":"%s滴灌装置","abstract":"%s","claims":["1. %s"],"ipcCodes":["A01G25/02"],\
                "applicants":[{"name":"第%d家农业公司","kind":"company","country":"CN"}],"deviceFingerprint":"fp-1","accountId":"a-%d"}
                """
                    .formatted(i, i, "甲乙丙丁戊己庚辛".charAt(i), TEXT, TEXT, i, i))
        .collect(Collectors.joining());
  }
}
