package io.zhidun.service.filingcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class IndicationMaskTest {
  @Test
  void masksAPersonInEveryTextThatNamesThem() {
    ObjectNode masked =
        IndicationMask.apply(
            Wire.object(
                """
                {"subject":{"type":"applicant","key":"王小明","name":"王小明"},
                 "members":[{"key":"李大方","name":"李大方"},{"key":"91330100MA27AAAAAA","name":"杭州云图有限公司"}],
                 "evidence":[{"type":"link","a":"李大方","aName":"李大方","b":"91330100MA27AAAAAA","bName":"杭州云图有限公司"},
                   {"type":"mark-sale","assignee":"孙四五","applicant":"杭州云图有限公司","mark":"周六福"},
                   {"type":"inventor-spread","inventor":"赵一","inventors":["钱二三"]}],
                 "explanation":{"zh":"王小明与李大方共用电话，发明人赵一、钱二三","en":"王小明 and 李大方 share a phone"}}
                """));

    assertThat(masked.toString())
        .doesNotContain("小明", "大方", "赵一", "二三", "四五")
        .contains("杭州云图有限公司", "孙**", "周六福", "王**与李**共用电话，发明人赵**、钱**");
  }

  /**
   * Evidence as the detectors make it, by its type, each with persons wherever one can stand. 王小明
   * is no part of the rest.
   */
  private static final Map<String, String> WITH_PERSONS =
      Map.ofEntries(
          pair("near-duplicate-pair"),
          pair("title-only-change"),
          pair("same-hand-pair"),
          pair("own-pair"),
          pair("same-shape-pair"),
          pair("resubmitted-pair"),
          Map.entry("odd-text", "{'filing':'2026101234567','repetition':0.4,'percentile':99.9}"),
          Map.entry("heavy-claim", "{'filing':'2026101234567','letters':900,'section':'G'}"),
          Map.entry(
              "spliced-sources",
              "{'filing':'2026101234567','sources':[{'filing':'2026101234568','sentences':4}]}"),
          Map.entry(
              "identical-drawing",
              "{'filing':'2026101234567','other':'2026101234568','otherApplicant':'王小明'}"),
          Map.entry(
              "group-members",
              "{'group':'g1','members':[{'key':'HASH','name':'王小明'},{'key':'王小明','name':'王小明'}]}"),
          Map.entry(
              "link",
              "{'a':'HASH','aName':'王小明','b':'91330100MA27AAAAAA','bName':'杭州云图有限公司','by':"
                  + "[{'key':'contact','masked':'王** 138****0001'},{'key':'agent','masked':'91330/王小明'},"
                  + "{'key':'address','masked':'330106/文三路9号/王小明宅1203'}]}"),
          Map.entry("transfer", "{'filing':'2026101234567','to':'王小明','from':'王小明'}"),
          Map.entry("mark-sale", "{'application':'81000001','assignee':'王小明','days':40}"),
          Map.entry("young-applicant", "{'application':'81000001','applicant':'王小明','mark':'云朵'}"),
          Map.entry(
              "bad-faith-decision", "{'application':'81000001','target':'王小明','party':'王小明'}"),
          Map.entry("filing-against-owner", owned()),
          Map.entry("protected-mark-likeness", owned()),
          Map.entry("agency-as-applicant", "{'agency':'王小明','applicant':'王小明','itself':true}"),
          Map.entry("public-word", "{'application':'81000001','word':'冰墩墩','mark':'冰墩墩'}"),
          Map.entry("mark-portfolio", "{'marks':90,'examples':['云朵','青禾']}"),
          Map.entry("arbitrary-marks", "{'marks':90,'examples':['云朵','青禾']}"),
          Map.entry("registrations", "{'by':'phone','key':'13812340001','accounts':['王小明']}"),
          Map.entry("new-device", "{'device':'fp-1','address':'2001:db8::1','change':'王小明'}"),
          Map.entry("signatures", "{'device':'fp-1','agents':['王小明'],'agencies':['11001']}"),
          Map.entry("submissions", "{'devices':['fp-1'],'addresses':['2001:db8::1']}"),
          Map.entry("burst", "{'by':'applicant','count':90}"),
          Map.entry("load", "{'filingsPerAgent':90,'agents':3}"),
          Map.entry("headcount", "{'insured':0,'filings':90}"),
          Map.entry("returned-letters", "{'count':3,'days':90}"),
          Map.entry("contact", "{'phone':'13812340001','name':'王小明'}"),
          Map.entry("licence", "{'from':'2020-01-01','until':'2021-01-01'}"),
          Map.entry(
              "inventor",
              "{'name':'王小明','identity':'330106198001011234','applicants':['王小明、李大方']}"));

  private static Map.Entry<String, String> pair(String type) {
    return Map.entry(
        type,
        "{'filing':'2026101234567','other':'2026101234568','applicant':'李大方',"
            + "'otherApplicant':'王小明','part':'claims','similarity':0.9}");
  }

  private static String owned() {
    return "{'application':'81000001','mark':'云朵','protectedMark':'云朵','owner':'王小明',"
        + "'ownerKey':'王小明','outcome':'invalidated'}";
  }

  static Set<String> types() {
    return WITH_PERSONS.keySet();
  }

  @ParameterizedTest
  @MethodSource("types")
  void noEvidenceNamesAPersonToAReader(String type) {
    String evidence =
        WITH_PERSONS.getOrDefault(type, "").replace('\'', '"').replace("HASH", "ab01".repeat(16));
    ObjectNode masked =
        IndicationMask.apply(
            Wire.object(
                "{\"subject\":{\"type\":\"agency\",\"key\":\"11001\",\"name\":\"华知专利事务所\"},"
                    + "\"evidence\":[{\"type\":\"%s\",%s],".formatted(type, evidence.substring(1))
                    + "\"explanation\":{\"zh\":\"与王小明有关\"}}"));

    JsonNode shown = masked.path("evidence").path(0);
    assertThat(shown.toString()).doesNotContain("小明", "大方", "文三路", "13812340001", "19800101");
    assertThat(masked.toString()).contains("华知专利事务所");
    if (evidence.contains("王小明")) {
      assertThat(masked.path("explanation").path("zh").asString("")).isEqualTo("与王**有关");
    }
    for (String word : List.of("云朵", "青禾", "冰墩墩", "2026101234567", "81000001", "fp-1")) {
      assertThat(shown.toString().contains(word)).as(word).isEqualTo(evidence.contains(word));
    }
  }

  /** Whoever adds evidence says here who may be named in it. */
  @Test
  void evidenceOfEveryDetectorIsAmongThese() throws IOException {
    Pattern made = Pattern.compile("(?:Evidence|pair|evidence)\\(\\s*\"([a-z-]+)\"");
    Set<String> types = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("../../rules/filings/src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        made.matcher(Files.readString(file)).results().forEach(one -> types.add(one.group(1)));
      }
    }

    assertThat(WITH_PERSONS).containsOnlyKeys(types);
  }

  @Test
  void masksWhomASentenceNamesThoughTheEvidenceWasCutShort() {
    ObjectNode masked =
        IndicationMask.apply(
            Wire.object(
                "{\"evidence\":[],\"explanation\":{\"zh\":\"对应 2026101234568（王小明），仅供参考\","
                    + "\"en\":\"with 2026101234568 (王小明)\"}}"));

    assertThat(masked.path("explanation").toString())
        .doesNotContain("小明")
        .contains("2026101234568（王**），仅供参考");
  }

  @Test
  void personIsToldInAFieldThatNobodyKnowsYet() {
    ObjectNode masked =
        IndicationMask.apply(
            Wire.object(
                "{\"evidence\":[{\"type\":\"new\",\"proposer\":\"欧阳 娜娜\","
                    + "\"list\":[{\"who\":\"Jane van Doe\"}]}]}"));

    assertThat(masked.toString()).doesNotContain("娜娜", "Doe");
  }

  @Test
  void leavesOrganisationsAsTheyAre() {
    String text =
        "{\"subject\":{\"type\":\"group\",\"key\":\"g1\",\"name\":\"云图等 3 家\"},\"explanation\":{\"zh\":\"共用电话\"}}";

    assertThat(IndicationMask.apply(Wire.object(text)).toString()).isEqualTo(text);
  }
}
