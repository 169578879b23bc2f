package io.zhidun.service.filingcase;

import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.judge.IndicationJson;
import io.zhidun.rules.filings.judge.LegalBasis;
import io.zhidun.rules.filings.judge.Member;
import io.zhidun.rules.filings.judge.SignalPart;
import io.zhidun.rules.filings.judge.Texts;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Indications for tests, written as the judge writes them. */
record Indications(
    Subject subject,
    String kind,
    io.zhidun.rules.filings.judge.Tier tier,
    double score,
    Instant last,
    List<String> filings,
    List<Member> members) {

  static Indications group(String key) {
    return of(new Subject(SubjectType.GROUP, key, "云图科技有限公司等 2 家"))
        .members(new Member("91330100AAA", "AAA科技有限公司"), new Member("91330100BBB", "BBB科技有限公司"));
  }

  static Indications applicant(String key, String name) {
    return of(new Subject(SubjectType.APPLICANT, key, name));
  }

  private static Indications of(Subject subject) {
    return new Indications(
        subject,
        "P6",
        io.zhidun.rules.filings.judge.Tier.WARNING,
        0.62,
        Filings.NOON,
        List.of("2026100000011", "2026100000022"),
        List.of());
  }

  Indications kind(String value) {
    return new Indications(subject, value, tier, score, last, filings, members);
  }

  Indications tier(io.zhidun.rules.filings.judge.Tier value, double newScore) {
    return new Indications(subject, kind, value, newScore, last, filings, members);
  }

  Indications filings(String... numbers) {
    return new Indications(subject, kind, tier, score, last, List.of(numbers), members);
  }

  Indications members(Member... list) {
    return new Indications(subject, kind, tier, score, last, filings, List.of(list));
  }

  Indications at(Instant time) {
    return new Indications(subject, kind, tier, score, time, filings, members);
  }

  String json() {
    return new String(IndicationJson.write(indication()), StandardCharsets.UTF_8);
  }

  IncomingIndication read() {
    return IncomingIndication.read(json());
  }

  private Indication indication() {
    return new Indication(
        subject.id() + "|" + kind,
        subject,
        kind,
        new Texts("分散提交", "dispersed filing"),
        kind.startsWith("T") ? "trademark" : "patent",
        tier,
        score,
        last.minusSeconds(3600),
        last,
        filings,
        filings.size(),
        members,
        List.of(
            new SignalPart("linked-applicants", SignalFamily.LINKAGE, "365d", 0.8, 0.5, 0.4),
            new SignalPart("near-duplicate-text", SignalFamily.TEXT, "24m", 0.9, 0.25, 0.22)),
        evidence(),
        List.of(
            new LegalBasis(
                "order-77",
                "规范申请专利行为的规定",
                "Provisions on Regulating Patent Application Acts",
                "第三条第六项",
                LocalDate.parse("2024-01-20"),
                null)),
        new Texts("2 家申请人共用联系电话 138****0001", "2 applicants share phone 138****0001"),
        "1");
  }

  private List<Evidence> evidence() {
    if (members.size() < 2) {
      return List.of();
    }
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("a", members.get(0).key());
    link.put("aName", members.get(0).name());
    link.put("b", members.get(1).key());
    link.put("bName", members.get(1).name());
    link.put(
        "by",
        List.of(
            Map.of("key", "phone", "masked", "138****0001", "weight", 0.5, "applicants", 2),
            Map.of("key", "device", "masked", "one-devi…", "weight", 0.5, "applicants", 2),
            Map.of(
                "key",
                "legal-representative",
                "masked",
                "330***1X",
                "weight",
                0.6,
                "applicants",
                2)));
    link.put("weight", 0.6);
    return List.of(new Evidence("link", link));
  }
}
