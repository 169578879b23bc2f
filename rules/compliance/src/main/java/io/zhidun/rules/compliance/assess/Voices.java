package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.judge.Verdict;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays persons' decisions over what the rules say. */
final class Voices {
  /** The later before the earlier. */
  private static final Comparator<PersonDecision> PRECEDENCE =
      Comparator.comparing(PersonDecision::decidedAt, Comparator.reverseOrder())
          .thenComparing(PersonDecision::id);

  /** People read days of the office. */
  private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  private final Map<String, List<PersonDecision>> byItem = new HashMap<>();
  private final EvidenceShelf shelf;
  private final Instant now;
  private final String rules;

  Voices(AssessmentInput input, EvidenceShelf shelf, String rules) {
    this.shelf = shelf;
    this.rules = rules;
    now = input.madeAt();
    input.decisions().stream()
        .filter(decision -> !decision.decidedAt().isAfter(now))
        .sorted(PRECEDENCE)
        .forEach(one -> byItem.computeIfAbsent(one.item(), item -> new ArrayList<>()).add(one));
  }

  /**
   * The cell of a requirement on an object.
   *
   * @param verdict of the rules, or null where no rule was asked
   */
  Cell cell(Requirement requirement, String object, @Nullable Verdict verdict) {
    PersonDecision decision = decision(requirement.id(), object);
    if (decision == null) {
      return verdict == null ? undocumented(requirement, object) : ruled(verdict);
    }
    if (!now.isBefore(decision.expiresAt())) {
      return expired(requirement, object, decision, verdict);
    }
    return said(requirement, object, decision, verdict);
  }

  /**
   * The word that counts: of each scope only the latest, so that a short-lived word does not bring
   * the one back that it replaced; the word on the very object before a word on all, unless it ran
   * out and the other is later.
   */
  private @Nullable PersonDecision decision(String item, String object) {
    PersonDecision own = latest(item, object);
    PersonDecision all = latest(item, PersonDecision.ALL);
    if (own == null || all == null) {
      return own == null ? all : own;
    }
    boolean ranOut = !now.isBefore(own.expiresAt());
    return ranOut && all.decidedAt().isAfter(own.decidedAt()) ? all : own;
  }

  private @Nullable PersonDecision latest(String item, String object) {
    for (PersonDecision one : byItem.getOrDefault(item, List.of())) {
      if (one.object().equals(object)) {
        return one;
      }
    }
    return null;
  }

  private Cell ruled(Verdict verdict) {
    return new Cell(
        verdict.item(),
        verdict.object(),
        verdict.result(),
        verdict.reason(),
        verdict.evidence(),
        new Judge(Judge.Kind.RULE, verdict.rule(), rules),
        now);
  }

  private Cell undocumented(Requirement requirement, String object) {
    boolean document = requirement.item().evidenceClass() == EvidenceClass.DOCUMENT;
    Texts hint = requirement.item().evidenceHint();
    Texts reason =
        document
            ? new Texts("待提交签署的文件：" + hint.zh(), "a signed document is asked for: " + hint.en())
            : new Texts("平台取不到，待举证：" + hint.zh(), "not collectable here: " + hint.en());
    return new Cell(
        requirement.id(),
        object,
        Result.NO_EVIDENCE,
        reason,
        List.of(),
        byNobody(requirement),
        now);
  }

  private Judge byNobody(Requirement requirement) {
    return new Judge(Judge.Kind.RULE, requirement.key() + "/attestation", rules);
  }

  /** What the rules say comes back; a document that ran out shows nothing. */
  private Cell expired(
      Requirement requirement, String object, PersonDecision decision, @Nullable Verdict verdict) {
    LocalDate day = decision.expiresAt().atZone(OFFICE).toLocalDate();
    Texts ran =
        new Texts(
            decision.signer() + " 的" + name(decision).zh() + "已于 " + day + " 过期",
            name(decision).en() + " of " + decision.signer() + " expired on " + day);
    Cell below = verdict == null ? undocumented(requirement, object) : ruled(verdict);
    return new Cell(
        below.item(),
        object,
        below.result(),
        new Texts(ran.zh() + "；" + below.reason().zh(), ran.en() + "; " + below.reason().en()),
        below.evidence(),
        below.judge(),
        now);
  }

  private Cell said(
      Requirement requirement, String object, PersonDecision decision, @Nullable Verdict verdict) {
    boolean supported = isSupported(decision, verdict);
    Texts name = name(decision);
    String approved = decision.approver().isEmpty() ? "" : "，批准人 " + decision.approver();
    String approvedEn = decision.approver().isEmpty() ? "" : ", approved by " + decision.approver();
    String words = decision.reason().isBlank() ? "" : "：" + decision.reason();
    String wordsEn = decision.reason().isBlank() ? "" : ": " + decision.reason();
    String against = verdict == null ? "" : "（规则判定为" + verdict.result().text().zh() + "）";
    String againstEn =
        verdict == null ? "" : " (the rules say " + verdict.result().text().en() + ")";
    Texts said =
        new Texts(
            decision.signer() + " " + name.zh() + approved + words + against,
            name.en() + " by " + decision.signer() + approvedEn + wordsEn + againstEn);
    Texts unsupported =
        new Texts("所依据的证据缺失或已过期；" + said.zh(), "its evidence is missing or stale; " + said.en());
    return new Cell(
        requirement.id(),
        object,
        supported ? decision.result() : Result.NO_EVIDENCE,
        supported ? said : unsupported,
        evidence(decision, verdict),
        new Judge(Judge.Kind.PERSON, decision.signer(), ""),
        decision.decidedAt());
  }

  /** Stale evidence never shows that something is met, whoever says so. */
  private boolean isSupported(PersonDecision decision, @Nullable Verdict verdict) {
    if (decision.result() != Result.MET && decision.result() != Result.PARTLY_MET) {
      return true;
    }
    for (String id : decision.evidence()) {
      Evidence cited = shelf.byId(id);
      if (cited == null || !shelf.isFresh(cited)) {
        return false;
      }
    }
    boolean onFreshLooks = verdict != null && verdict.result() != Result.NO_EVIDENCE;
    return !decision.evidence().isEmpty() || onFreshLooks || verdict == null;
  }

  private static List<String> evidence(PersonDecision decision, @Nullable Verdict verdict) {
    List<String> ids = new ArrayList<>(decision.evidence());
    if (verdict != null) {
      verdict.evidence().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    }
    return ids;
  }

  private static Texts name(PersonDecision decision) {
    return switch (decision.kind()) {
      case ATTESTATION -> new Texts("签署举证", "attestation");
      case ASSESSMENT -> new Texts("测评判定", "assessment");
      case OVERRULING -> new Texts("改判", "overruling");
      case INAPPLICABILITY -> new Texts("认定不适用", "not applicable");
    };
  }
}
