package io.zhidun.benchmarks.filings;

import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.judge.Member;
import io.zhidun.rules.filings.judge.Tier;
import io.zhidun.simulator.market.scheme.SchemeTruth;
import io.zhidun.simulator.market.scheme.Truth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Precision and recall of each kind, at tier warning and above, against what the simulator knows.
 *
 * <p>An indication is right where it concerns filings or subjects of an instance of that kind, or
 * of one that may rightly be found as it. An instance is found where such an indication of its own
 * kind is there.
 */
final class KindScores {

  private final Map<String, Score> scores = new TreeMap<>();
  private final Map<String, Set<SchemeTruth>> byFiling = new HashMap<>();
  private final Map<String, Set<SchemeTruth>> bySubject = new HashMap<>();

  KindScores(List<Truth> truths, List<Indication> indications, Tier least) {
    for (Truth truth : truths) {
      if (truth instanceof SchemeTruth scheme) {
        index(scheme);
      }
    }
    Map<String, Set<String>> found = new HashMap<>();
    for (Indication indication : indications) {
      if (indication.tier().compareTo(least) >= 0) {
        count(indication, found);
      }
    }
    for (Truth truth : truths) {
      if (truth instanceof SchemeTruth scheme && expected(scheme, least)) {
        Score score = scores.computeIfAbsent(scheme.kind(), key -> new Score());
        score.instances++;
        score.found += found.getOrDefault(scheme.kind(), Set.of()).contains(scheme.id()) ? 1 : 0;
      }
    }
  }

  Map<String, Score> scores() {
    return scores;
  }

  /** Kinds of which instances were expected at this tier. */
  Map<String, Score> expected() {
    Map<String, Score> expected = new TreeMap<>(scores);
    expected.values().removeIf(score -> score.instances == 0);
    return expected;
  }

  private static boolean expected(SchemeTruth scheme, Tier least) {
    return least == Tier.HINT || scheme.expectedTier().equals("warning");
  }

  private void index(SchemeTruth scheme) {
    scheme.filings().forEach(number -> add(byFiling, number, scheme));
    scheme.subjects().forEach(subject -> add(bySubject, subject.key(), scheme));
    scheme.accounts().forEach(account -> add(bySubject, account, scheme));
  }

  private static void add(Map<String, Set<SchemeTruth>> map, String key, SchemeTruth scheme) {
    map.computeIfAbsent(key, k -> new HashSet<>()).add(scheme);
  }

  private void count(Indication indication, Map<String, Set<String>> found) {
    Score score = scores.computeIfAbsent(indication.kind(), key -> new Score());
    score.indications++;
    boolean right = false;
    for (SchemeTruth scheme : concerned(indication)) {
      if (scheme.kind().equals(indication.kind())) {
        found.computeIfAbsent(indication.kind(), k -> new HashSet<>()).add(scheme.id());
        right = true;
      }
      right |= scheme.also().contains(indication.kind());
    }
    score.right += right ? 1 : 0;
    if (!right) {
      score.wrong.add(indication);
    }
  }

  Set<SchemeTruth> concerned(Indication indication) {
    Set<SchemeTruth> concerned = new HashSet<>();
    for (String number : indication.filings()) {
      concerned.addAll(byFiling.getOrDefault(number, Set.of()));
    }
    concerned.addAll(bySubject.getOrDefault(indication.subject().key(), Set.of()));
    for (Member member : indication.members()) {
      concerned.addAll(bySubject.getOrDefault(member.key(), Set.of()));
    }
    return concerned;
  }

  /** Counts of one kind. */
  static final class Score {

    int indications;
    int right;
    int instances;
    int found;
    final List<Indication> wrong = new java.util.ArrayList<>();

    double precision() {
      return indications == 0 ? 0 : (double) right / indications;
    }

    double recall() {
      return instances == 0 ? 0 : (double) found / instances;
    }
  }
}
