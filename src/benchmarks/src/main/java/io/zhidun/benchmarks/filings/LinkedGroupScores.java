package io.zhidun.benchmarks.filings;

import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.judge.Member;
import io.zhidun.simulator.market.scheme.NegativeTruth;
import io.zhidun.simulator.market.scheme.SchemeTruth;
import io.zhidun.simulator.market.scheme.SubjectKey;
import io.zhidun.simulator.market.scheme.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Linked groups against the truth: a group is right where all its members belong to one scheme;
 * none of a look-alike's members may be in one group.
 */
final class LinkedGroupScores {

  private int groups;
  private int right;
  private int mergedNegatives;

  LinkedGroupScores(List<Truth> truths, List<Indication> indications) {
    List<Set<String>> schemes = new ArrayList<>();
    List<Set<String>> negatives = new ArrayList<>();
    for (Truth truth : truths) {
      if (truth instanceof SchemeTruth scheme) {
        schemes.add(new HashSet<>(scheme.subjects().stream().map(SubjectKey::key).toList()));
      } else if (truth instanceof NegativeTruth negative) {
        negatives.add(new HashSet<>(negative.members()));
      }
    }
    Map<String, Set<String>> byGroup = new TreeMap<>();
    for (Indication indication : indications) {
      if (!indication.members().isEmpty()) {
        byGroup.put(
            indication.subject().key(),
            new HashSet<>(indication.members().stream().map(Member::key).toList()));
      }
    }
    for (Set<String> members : byGroup.values()) {
      groups++;
      right += schemes.stream().anyMatch(scheme -> scheme.containsAll(members)) ? 1 : 0;
      mergedNegatives +=
          negatives.stream().anyMatch(n -> members.stream().filter(n::contains).count() > 1)
              ? 1
              : 0;
    }
  }

  int groups() {
    return groups;
  }

  int mergedNegatives() {
    return mergedNegatives;
  }

  double precision() {
    return groups == 0 ? 0 : (double) right / groups;
  }
}
