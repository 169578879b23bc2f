package io.zhidun.service.backup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.policy.BackupCalendar;
import io.zhidun.backup.policy.BackupCalendar.Done;
import io.zhidun.backup.policy.BackupCalendar.Due;
import io.zhidun.backup.policy.BackupCalendar.Task;
import io.zhidun.backup.policy.Policies;
import io.zhidun.backup.policy.Tier;
import io.zhidun.backup.run.BackupConfig;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.SourceHistory;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.backup.SourceLook.Seen;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the backups stand. */
@RestController
@RequestMapping("/api/v1/backups")
class BackupEndpoint {
  private static final int HISTORY = 50;
  private static final int MOST_DUE = 5_000;

  private final Installation installation;
  private final Looks looks;
  private final Troubles troubles;
  private final Jobs jobs;
  private final JobRepository repository;
  private final ObjectProvider<SwitchOvers> switches;
  private final Clock clock;

  BackupEndpoint(
      Installation installation,
      Looks looks,
      Troubles troubles,
      Jobs jobs,
      JobRepository repository,
      ObjectProvider<SwitchOvers> switches,
      Clock clock) {
    this.installation = installation;
    this.looks = looks;
    this.troubles = troubles;
    this.jobs = jobs;
    this.repository = repository;
    this.switches = switches;
    this.clock = clock;
  }

  record Overview(
      boolean configured,
      @Nullable String installation,
      @Nullable String fault,
      @Nullable Instant lookedAt,
      List<SourceView> items,
      @Nullable String next,
      long total) {}

  @GetMapping
  Overview list() {
    Optional<BackupConfig> config = config();
    List<SourceLook> known = looks.known();
    List<SourceView> items =
        config.isEmpty()
            ? List.of()
            : known.stream().map(look -> view(look, config.get().policies())).toList();
    Instant looked =
        known.stream()
            .map(SourceLook::at)
            .filter(at -> !at.equals(Instant.EPOCH))
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Overview(
        installation.isConfigured(),
        config.map(BackupConfig::installation).orElse(null),
        installation.fault().orElse(null),
        looked,
        items,
        null,
        items.size());
  }

  private SourceView view(SourceLook look, Policies policies) {
    return SourceView.of(
        look,
        policies.tier(look.source().tier()),
        policies.version(),
        jobs.active(look.source()).orElse(null),
        troubles.of(look));
  }

  private Optional<BackupConfig> config() {
    try {
      return installation.isConfigured()
          ? Optional.of(installation.readConfig())
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @GetMapping("/problems")
  Page<Trouble> problems() {
    List<Trouble> all = troubles.all();
    return new Page<>(all, null, all.size());
  }

  record Detail(
      @JsonUnwrapped SourceView source,
      List<BackupLine> backups,
      List<DrillRecord> drills,
      List<VerificationLine> verifications,
      List<JobView> jobs) {}

  /** What reading a backup on one target found. */
  record VerificationLine(
      String target, String backup, Instant at, int chunks, long bytes, List<String> faults) {}

  @GetMapping("/{system}/{source}")
  Detail one(@PathVariable String system, @PathVariable String source) {
    SourceSpec spec = BackupSources.find(installation, system, source);
    try {
      Backups backups = installation.open();
      SourceHistory history = new SourceHistory(backups, spec);
      return new Detail(
          view(looks.known(spec), backups.config().policies()),
          looks.lines(backups, spec, HISTORY),
          history.drills(HISTORY),
          history.verifications(HISTORY).stream()
              .map(
                  one ->
                      new VerificationLine(
                          one.target(),
                          one.report().backup(),
                          one.report().at(),
                          one.report().chunks(),
                          one.report().bytes(),
                          one.report().faults()))
              .toList(),
          repository.newest(system, source, HISTORY).stream()
              .map(job -> new JobView(job, jobs.progress(job.id())))
              .toList());
    } catch (IOException e) {
      throw BackupSources.away(e);
    }
  }

  record CalendarView(Instant from, Instant to, List<CalendarEntry> items) {}

  /**
   * @param scheduled whether the platform does it by itself
   */
  record CalendarEntry(
      Instant at,
      String task,
      String system,
      String source,
      String tier,
      boolean overdue,
      boolean scheduled) {}

  @GetMapping("/calendar")
  CalendarView calendar(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    int days = parameters.number("days", 31, 366);
    parameters.check();
    Instant now = clock.instant();
    Instant until = now.plus(Duration.ofDays(days));
    List<CalendarEntry> all = new ArrayList<>();
    config()
        .ifPresent(
            config -> looks.known().forEach(look -> all.addAll(due(look, config, now, until))));
    all.sort(Comparator.comparing(CalendarEntry::at));
    return new CalendarView(
        now, until, List.copyOf(all.subList(0, Math.min(MOST_DUE, all.size()))));
  }

  private List<CalendarEntry> due(
      SourceLook look, BackupConfig config, Instant now, Instant until) {
    SourceSpec source = look.source();
    Tier tier = config.policies().tier(source.tier());
    Seen seen = look.seen();
    SwitchOvers exercises = switches.getIfAvailable();
    Instant switched = exercises == null ? null : exercises.last(source.system()).orElse(null);
    Done known =
        seen == null ? new Done(null, null, null, null) : BackupSchedule.done(seen.state());
    Done done = new Done(known.backup(), known.verify(), known.drill(), switched);
    return BackupCalendar.until(tier, done, now, until).stream()
        .map(
            (Due one) ->
                new CalendarEntry(
                    one.at(),
                    one.task().name().toLowerCase(Locale.ROOT),
                    source.system(),
                    source.name(),
                    tier.name(),
                    one.at().equals(now),
                    one.task() != Task.SWITCH))
        .toList();
  }

  record PoliciesView(@Nullable String version, List<PolicyView> items) {}

  /**
   * @param sources titles of those that the tier is asked of
   */
  record PolicyView(@JsonUnwrapped Tier tier, List<String> sources) {}

  @GetMapping("/policies")
  PoliciesView policies() {
    BackupConfig config = config().orElse(null);
    Policies policies = config == null ? Policies.shipped() : config.policies();
    List<SourceSpec> sources = config == null ? List.of() : config.sources();
    return new PoliciesView(
        policies.version(),
        policies.tiers().values().stream()
            .sorted(Comparator.comparing(Tier::name))
            .map(
                tier ->
                    new PolicyView(
                        tier,
                        sources.stream()
                            .filter(source -> source.tier().equals(tier.name()))
                            .map(SourceSpec::title)
                            .toList()))
            .toList());
  }
}
