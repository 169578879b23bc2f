package io.zhidun.service.ruleset;

import io.zhidun.events.Event;
import io.zhidun.events.JsonFault;
import io.zhidun.events.LogSource;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.RuleText;
import io.zhidun.rules.dryrun.DryRun;
import io.zhidun.rules.dryrun.Judgement;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.service.event.StoredEvents;
import io.zhidun.service.event.StoredEvents.Part;
import io.zhidun.service.event.StoredEvents.Position;
import io.zhidun.service.event.StoredEvents.Span;
import io.zhidun.service.web.Problems;
import io.zhidun.stream.normalize.StoredEventReader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Runs changed rules over the events of the last days, one run after another in a thread of its
 * own, within bounds. Runs are kept in memory: a restart forgets them.
 */
@Service
class DryRuns implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(DryRuns.class);

  /** Before what is wrong with the site's files. */
  private static final String SITE = "site: ";

  private static final int KEPT = 20;
  private static final int WAITING = 5;

  /** Events of the first part; then as many as have about {@link #PART_BYTES}. */
  private static final int FIRST_PART = 250;

  private static final int LEAST_PART = 50;
  private static final int LARGEST_PART = 2_000;

  /** An event may have a megabyte; most have one or two kilobytes. */
  private static final long PART_BYTES = 2 << 20;

  /** The store sorts by milliseconds and ids; the state machines put the rest in order. */
  private static final Duration LATENESS = Duration.ofMinutes(2);

  private final RuleBook book;
  private final SiteKnowledge site;
  private final StoredEvents store;
  private final DryRunProperties properties;
  private final Clock clock;
  private final Deque<DryRunJob> jobs = new ArrayDeque<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "dry-run");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });
  private long last;

  DryRuns(
      RuleBook book,
      SiteKnowledge site,
      @Lazy StoredEvents store,
      DryRunProperties properties,
      Clock clock) {
    this.book = book;
    this.site = site;
    this.store = store;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param proposal whose changes they are, or null for what is only typed
   * @param judged whether the judge decides what would be raised
   */
  record Request(
      SiteRules current, List<Change> changes, @Nullable Long proposal, int days, boolean judged) {}

  int mostDays() {
    return properties.days();
  }

  synchronized DryRunJob start(Request request, String actor) {
    if (jobs.stream().filter(DryRunJob::isOpen).count() >= WAITING) {
      throw Problems.of(
          HttpStatus.TOO_MANY_REQUESTS,
          "too-many-dry-runs",
          WAITING + " dry runs wait already; cancel one, or try again later");
    }
    Instant to = clock.instant();
    DryRunJob job =
        new DryRunJob(
            ++last, actor, request.proposal(), to.minus(Duration.ofDays(request.days())), to);
    jobs.addFirst(job);
    while (jobs.size() > KEPT) {
      jobs.removeLast();
    }
    worker.execute(() -> run(job, request));
    return job;
  }

  synchronized Optional<DryRunJob> find(long id) {
    return jobs.stream().filter(job -> job.id == id).findFirst();
  }

  /** Newest first. */
  synchronized List<DryRunJob> list() {
    return List.copyOf(jobs);
  }

  private void run(DryRunJob job, Request request) {
    if (job.isCancelled()) {
      return;
    }
    long start = System.nanoTime();
    try {
      Prepared prepared = prepare(request);
      String ended = read(job, prepared, start);
      job.end(prepared.run().result(), ended, Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      log.debug("dry run {} cannot read events", job.id, e);
      job.fail("search-away");
    } catch (SiteBroken e) {
      log.warn("dry run {} cannot judge: {}", job.id, e.getMessage());
      job.fail(SITE + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      log.warn("dry run {} failed", job.id, e);
      job.fail("internal");
    }
  }

  private record Prepared(DryRun run, Set<String> withoutDatasets) {}

  private Prepared prepare(Request request) {
    RuleSet before = book.load(request.current()).rules();
    SiteRules next = request.current().with(request.changes());
    RuleSet after = book.load(next).rules();
    Set<String> ids = new HashSet<>();
    for (Change change : request.changes()) {
      ids.add(change.ruleId());
      ids.addAll(ids(before, request.current(), change.ruleId()));
      ids.addAll(ids(after, next, change.ruleId()));
    }
    RuleSet part = after.around(ids);
    RuleSet running = before.around(ids);
    Judgement judgement = request.judged() ? judgement(part) : null;
    DryRun run =
        new DryRun(
            part,
            ids,
            running,
            judgement,
            LATENESS,
            new DryRun.Bounds(properties.detections(), properties.groups()));
    List<Rule> reading = new ArrayList<>(part.rules());
    reading.addAll(running.rules());
    return new Prepared(run, unread(reading));
  }

  /** The rules that stand in the text that an id stands for. */
  private static List<String> ids(RuleSet set, SiteRules site, String textId) {
    RuleText text = site.ruleTexts().get(textId);
    return text == null
        ? List.of()
        : set.rules().stream()
            .filter(rule -> rule.path().equals(text.path()))
            .map(Rule::id)
            .toList();
  }

  /** Datasets that hold one kind of log, which none of the rules reads. */
  private Set<String> unread(List<Rule> rules) {
    Set<String> unread = new HashSet<>();
    for (Map.Entry<String, LogSource> format : site.formats().logSources().entrySet()) {
      boolean read =
          format.getValue().equals(LogSource.ANY)
              || rules.stream()
                  .filter(rule -> !rule.isCorrelation())
                  .anyMatch(rule -> rule.logSource().reads(format.getValue()));
      if (!read) {
        unread.add(format.getKey());
      }
    }
    return unread;
  }

  private Judgement judgement(RuleSet rules) {
    try {
      SiteKnowledge.Judging judging = site.judging();
      return Judgement.of(judging.judge(), rules, judging.facts());
    } catch (RuntimeException e) {
      throw new SiteBroken(e);
    }
  }

  /** The site's files for the judge are wrong; not a fault of the run. */
  private static final class SiteBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SiteBroken(RuntimeException cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }

  /** Reads to the end; what else ended it, or empty. */
  private String read(DryRunJob job, Prepared prepared, long start) throws IOException {
    Span span = new Span(job.from, job.to, prepared.withoutDatasets());
    StoredEventReader reader = new StoredEventReader(site.formats());
    Event event = new Event();
    DryRun run = prepared.run();
    Part part = store.read(span, null, FIRST_PART);
    job.begin(part.total());
    while (true) {
      if (job.isCancelled()) {
        return "cancelled";
      }
      for (byte[] json : part.events()) {
        if (read(reader, json, run.events(), event) && !run.on(event)) {
          return "too-many-detections";
        }
      }
      job.progress(run.events(), run.detections(), event.timeMicros());
      Position next = part.next();
      String end = end(run, start);
      if (next == null || !end.isEmpty()) {
        return next == null ? "" : end;
      }
      part = store.read(span, Objects.requireNonNull(next), following(part));
    }
  }

  private static int following(Part part) {
    long bytes = part.events().stream().mapToLong(json -> json.length).sum();
    long wanted = part.events().size() * PART_BYTES / Math.max(1, bytes);
    return (int) Math.max(LEAST_PART, Math.min(LARGEST_PART, wanted));
  }

  private static boolean read(StoredEventReader reader, byte[] json, long number, Event event) {
    try {
      reader.read(json, 0, json.length, number, event);
      return true;
    } catch (JsonFault fault) {
      // The store has what the stream wrote; an event of somebody else's is not ours to judge.
      log.debug("an event in the search store cannot be read: {}", fault.getMessage());
      return false;
    }
  }

  private String end(DryRun run, long start) {
    if (run.events() >= properties.events()) {
      return "too-many-events";
    }
    if (System.nanoTime() - start > properties.time().toNanos()) {
      return "too-long";
    }
    return Heap.isNearlyFull() ? "out-of-memory" : "";
  }

  @Override
  public void destroy() {
    list().forEach(DryRunJob::cancel);
    worker.shutdownNow();
  }
}
