package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.stream.Visit;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Station;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One scheme or look-alike under way: it takes down what is filed. */
final class Instance implements Visit.Filed {
  private static final int MOST_FILINGS = 1_000;

  private final String name;
  private final String id;
  private final String kind;
  private String tier = "warning";
  private boolean group;
  private final Set<String> also = new LinkedHashSet<>();
  private final Set<SubjectKey> subjects = new LinkedHashSet<>();
  private final Set<String> accounts = new LinkedHashSet<>();
  private final List<String> filings = new ArrayList<>();
  private long started = Long.MAX_VALUE;
  private long finished;

  /**
   * @param kind empty for a look-alike
   */
  Instance(String name, String id, String kind) {
    this.name = name;
    this.id = id;
    this.kind = kind;
  }

  Instance hint() {
    tier = "hint";
    return this;
  }

  Instance grouped() {
    group = true;
    return this;
  }

  Instance also(String... kinds) {
    also.addAll(List.of(kinds));
    return this;
  }

  Instance subject(String type, String key) {
    subjects.add(new SubjectKey(type, key));
    return this;
  }

  Instance applicant(Applicant applicant) {
    return subject("applicant", applicant.key());
  }

  Instance uses(Station station) {
    accounts.add(station.account());
    return this;
  }

  void at(long time) {
    started = Math.min(started, time);
    finished = Math.max(finished, time);
  }

  @Override
  public void filed(String number, long time, Dossier dossier, Stage stage) {
    at(time);
    if (filings.size() < MOST_FILINGS) {
      filings.add(number);
    }
  }

  /** Empty while nothing was filed. */
  Optional<Truth> truth() {
    if (filings.isEmpty()) {
      return Optional.empty();
    }
    if (kind.isEmpty()) {
      List<String> members = subjects.stream().map(SubjectKey::key).toList();
      return Optional.of(new NegativeTruth(name, id, members, filings));
    }
    return Optional.of(
        new SchemeTruth(
            name,
            id,
            kind,
            List.copyOf(also),
            tier,
            List.copyOf(subjects),
            group,
            filings,
            List.copyOf(accounts),
            Instant.ofEpochMilli(started),
            Instant.ofEpochMilli(finished)));
  }
}
