package io.zhidun.report;

import io.zhidun.report.pack.EvidenceContent;
import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Conclusion;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Finding;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.ItemResult;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import io.zhidun.rules.compliance.record.Rectification;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.rules.compliance.record.Waiver;
import io.zhidun.trust.Sm3;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A level-3 assessment of 211 requirements, the same for the same seed and number of assets. */
final class SampleAssessment {

  static final Instant MADE = Instant.parse("2026-11-20T08:30:00Z");
  static final Imprint IMPRINT = Imprint.of("示范知识产权管理机关", LocalDate.of(2026, 11, 20));

  private static final Duration WINDOW = Duration.ofDays(30);
  private static final List<String> RULES =
      List.of("log-retention", "audit-coverage", "clock-offset", "login-failure", "tls-suites");

  private final Random random;
  private final ProtectedSystem system;
  private final List<Item> items = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<ItemResult> results = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();

  private SampleAssessment(long seed, int assets) {
    random = new Random(seed);
    system = system(assets);
  }

  static Assessment of(long seed, int assets) {
    SampleAssessment sample = new SampleAssessment(seed, assets);
    Catalogue.shipped().of(3, Set.of()).forEach(sample::judge);
    return sample.assessment();
  }

  private Assessment assessment() {
    Map<Result, Integer> counts = new EnumMap<>(Result.class);
    results.forEach(result -> counts.merge(result.result(), 1, Integer::sum));
    int applicable = items.size() - counts.getOrDefault(Result.NOT_APPLICABLE, 0);
    double score = (double) counts.getOrDefault(Result.MET, 0) / applicable;
    return new Assessment(
        "A-2026-0007",
        system,
        Catalogue.shipped().id(),
        "2026.11.3",
        MADE.minus(WINDOW),
        MADE,
        MADE,
        items,
        cells,
        results,
        evidence,
        findings(),
        waivers(),
        rectifications(),
        new Conclusion(
            "2025",
            "share-of-met@1",
            score,
            new Texts("基本符合", "basically met"),
            counts,
            0.7143,
            2,
            10,
            5,
            List.of(
                new Texts(
                    "符合率恰为 90% 或 60% 时模板未作规定，本次按较低一档处理。",
                    "The template says nothing of exactly 90% or 60%: the lower value is used."))));
  }

  private void judge(Requirement requirement) {
    Item item = requirement.item();
    items.add(item);
    List<String> objects = requirement.objects(system);
    Map<Result, Integer> counts = new EnumMap<>(Result.class);
    int luck = random.nextInt(100);
    for (String object : objects) {
      Result result = result(item, luck, random.nextInt(100));
      counts.merge(result, 1, Integer::sum);
      cells.add(cell(item, object, result));
    }
    Result whole = counts.size() == 1 ? counts.keySet().iterator().next() : Result.PARTLY_MET;
    results.add(new ItemResult(item.id(), whole, counts, item.id().equals("L3-8.1.4.7-a")));
  }

  private static Result result(Item item, int item100, int cell100) {
    if (item.evidenceClass() == EvidenceClass.DOCUMENT && item100 < 20) {
      return Result.NO_EVIDENCE;
    }
    if (item100 >= 96) {
      return Result.NOT_APPLICABLE;
    }
    if (item100 >= 90) {
      return Result.NOT_ASSESSED;
    }
    return item100 >= 68 && cell100 < 40 ? Result.NOT_MET : Result.MET;
  }

  private Cell cell(Item item, String object, Result result) {
    String rule = RULES.get(Math.floorMod(item.clause().hashCode(), RULES.size()));
    List<String> ids = new ArrayList<>();
    if (result == Result.MET || result == Result.NOT_MET) {
      ids.add(evidence(item, object, rule));
    }
    Judge judge =
        item.evidenceClass() == EvidenceClass.AUTOMATIC
            ? new Judge(Judge.Kind.RULE, rule, "2026.11.3")
            : new Judge(Judge.Kind.PERSON, "assessor01", "");
    return new Cell(item.id(), object, result, reason(result), ids, judge, MADE.minusSeconds(600));
  }

  private Texts reason(Result result) {
    int days = 150 + random.nextInt(90);
    return switch (result) {
      case MET ->
          new Texts("最早记录距今 " + (days + 50) + " 天，不少于 184 天", "oldest record is old enough");
      case NOT_MET -> new Texts("最早记录距今 " + days + " 天，少于 184 天", "oldest record is too young");
      case PARTLY_MET -> new Texts("部分满足", "in part");
      case NOT_APPLICABLE -> new Texts("系统未使用该类设备，经审批", "no such devices, approved");
      case NOT_ASSESSED -> new Texts("本次未安排", "not planned this time");
      case NO_EVIDENCE -> new Texts("证据已过期或未上传", "evidence is stale or missing");
    };
  }

  private String evidence(Item item, String object, String rule) {
    Evidence unsealed =
        evidence(
            "",
            "dataset:" + rule + " AND host.id:" + object + " AND item:" + item.id(),
            object,
            rule,
            "");
    String sm3 = Sm3.hex(Sm3.of(EvidenceContent.canonical(unsealed)));
    evidence.add(evidence("ev-" + sm3.substring(0, 32), unsealed.query(), object, rule, sm3));
    return "ev-" + sm3.substring(0, 32);
  }

  private Evidence evidence(String id, String query, String object, String rule, String sm3) {
    return new Evidence(
        id,
        rule,
        "agent 0.1.0",
        system.id(),
        object,
        MADE.minusSeconds(1_200),
        MADE.minus(WINDOW),
        MADE,
        query,
        Map.of("oldestDays", 214, "enabled", true, "names", List.of("a")),
        MADE.plus(WINDOW),
        sm3);
  }

  private static ProtectedSystem system(int count) {
    List<AssetKind> kinds =
        List.of(
            AssetKind.HOST,
            AssetKind.HOST,
            AssetKind.HOST,
            AssetKind.DATABASE,
            AssetKind.NETWORK_DEVICE,
            AssetKind.HOST,
            AssetKind.SECURITY_DEVICE,
            AssetKind.APPLICATION,
            AssetKind.HOST,
            AssetKind.ROOM);
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      AssetKind kind = kinds.get(i % kinds.size());
      assets.add(
          new Asset(
              "asset-%03d".formatted(i + 1),
              "审查%s-%03d".formatted(name(kind), i + 1),
              kind,
              i % 2 == 0 ? "核心业务区" : "运维管理区",
              List.of("10.20." + i / 250 + "." + (i % 250 + 1)),
              1 + i % 3,
              kind == AssetKind.DATABASE ? "重要数据" : ""));
    }
    return new ProtectedSystem(
        "patent-examination",
        "专利审查业务系统",
        3,
        "S3A3G3",
        Set.of(),
        "审查业务管理部",
        "11000099001-00001",
        LocalDate.of(2028, 6, 30),
        false,
        "central-organ",
        assets);
  }

  private static String name(AssetKind kind) {
    return switch (kind) {
      case HOST -> "服务器";
      case DATABASE -> "数据库";
      case NETWORK_DEVICE -> "交换机";
      case SECURITY_DEVICE -> "防火墙";
      case APPLICATION -> "应用";
      case ROOM -> "机房";
      case DATA, TERMINAL, ORGANISATION -> "对象";
    };
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<String> names = List.of("存在弱口令或空口令账户", "重要数据未在本地备份", "未采用双因素鉴别");
    for (int i = 0; i < 12; i++) {
      boolean major = i < 10;
      findings.add(
          new Finding(
              major ? "A-%02d".formatted(13 + i) : "6.1.4." + i,
              major ? Finding.Kind.MAJOR_RISK : Finding.Kind.HIGH_RISK,
              new Texts(names.get(i % names.size()), "Problem " + i),
              List.of("L3-8.1.4.1-a"),
              List.of("asset-001", "asset-002"),
              new Texts("在 2 个对象上发现，涉及账户 3 个", "found on two objects"),
              major && i < 5));
    }
    return findings;
  }

  private List<Waiver> waivers() {
    return List.of(
        new Waiver(
            "W-1",
            "L3-8.1.4.7-a",
            "*",
            "system-owner",
            "approver01",
            "设备不支持可信根，采购计划已批准",
            "加强主机完整性校验，每日比对",
            MADE.plus(Duration.ofDays(120))));
  }

  private List<Rectification> rectifications() {
    return List.of(
        new Rectification(
            "R-1",
            "L3-8.1.4.1-a",
            "asset-001",
            "删除弱口令账户，启用口令复杂度与双因素鉴别",
            "ops01",
            LocalDate.of(2026, 12, 15),
            "open"),
        new Rectification(
            "R-2",
            "L3-8.1.4.9-b",
            "asset-004",
            "建立异地实时备份链路",
            "dba01",
            LocalDate.of(2027, 1, 31),
            "done"));
  }
}
