package io.zhidun.service.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.events.Explanation;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.service.MutableClock;
import io.zhidun.service.alert.AlertFeed;
import io.zhidun.service.alert.AlertRow;
import io.zhidun.service.alert.AlertStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds of canaries on every database. */
abstract class CanaryBookContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(15);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String RULE = "edad9693-c80f-401c-9796-6249eb47f479";

  private final MutableClock clock = new MutableClock(NOON);
  private HikariDataSource source;
  private AlertStack alerts;
  private CanaryBook book;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() {
    source = dataSource();
    alerts = new AlertStack(source, clock);
    book = newBook();
  }

  private CanaryBook newBook() {
    return new CanaryBook(
        new CanaryRuns(JdbcClient.create(source)),
        alerts.book,
        new TransactionTemplate(new JdbcTransactionManager(source)),
        new CanaryProperties("", true, INTERVAL, PATIENCE, Duration.ZERO, Duration.ofSeconds(5)));
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void aRunThatFiresInTimeIsFiredWithItsLatency() {
    send("run-1", 1, 0, 4, NOON);

    assertThat(run().shown()).isEqualTo(CanaryState.WAITING);
    assertThat(fire(RULE, "canary:1:4", NOON.plusMillis(350))).isTrue();

    assertThat(run().shown()).isEqualTo(CanaryState.FIRED);
    assertThat(run().firedAt()).isEqualTo(NOON.plusMillis(350));
    assertThat(run().latency()).isEqualTo(Duration.ofMillis(350));
    assertThat(book.silent(NOON.plus(INTERVAL))).isZero();
    assertThat(alerts()).isEmpty();
  }

  @Test
  void aRunMayFireBeforeItsSendingHasReturned() {
    book.sending(RULE, "guessing", "run-1", 1, 0, 4, NOON);
    assertThat(fire(RULE, "canary:1:4", NOON.plusMillis(3))).isTrue();
    book.sent(RULE, "run-1");

    assertThat(run().shown()).isEqualTo(CanaryState.FIRED);
  }

  @Test
  void aRuleThatStaysSilentIsAnAlert() {
    send("run-1", 1, 0, 4, NOON);

    assertThat(book.silent(NOON.plus(PATIENCE))).as("patience has not ended").isZero();
    assertThat(book.silent(NOON.plus(PATIENCE).plusMillis(1))).isEqualTo(1);

    assertThat(run().shown()).isEqualTo(CanaryState.SILENT);
    AlertRow alert = onlyAlert();
    assertThat(alert.rule().name()).isEqualTo("canary-silent");
    assertThat(alert.severity()).isEqualTo(Severity.HIGH);
    assertThat(alert.state().label()).isEqualTo("firing");
    assertThat(alert.group())
        .containsExactlyInAnyOrderEntriesOf(Map.of("rule.id", RULE, "rule.name", "guessing"));
    assertThat(alert.summary().zh()).contains("guessing", "60 秒", "2026-11-22 12:00:00 UTC");
    assertThat(alert.summary().en()).contains("guessing did not fire within 60 s", "5 events");
  }

  @Test
  void silenceThatLastsIsOneEpisodeAndIsResolvedByFiring() {
    for (int i = 0; i < 4; i++) {
      Instant at = NOON.plus(INTERVAL.multipliedBy(i));
      send("run-" + i, 1, 5L * i, 5L * i + 4, at);
      assertThat(run().shown())
          .as("silent until it fires, while another run is under way")
          .isEqualTo(i == 0 ? CanaryState.WAITING : CanaryState.SILENT);
      book.silent(at.plus(PATIENCE).plusSeconds(5));
    }
    assertThat(onlyAlert().count()).isEqualTo(4);

    Instant at = NOON.plus(INTERVAL.multipliedBy(4));
    send("run-4", 1, 20, 24, at);
    fire(RULE, "canary:1:24", at.plusSeconds(1));

    assertThat(onlyAlert().state().label()).isEqualTo("resolved");
    assertThat(run().shown()).isEqualTo(CanaryState.FIRED);

    send("run-5", 1, 25, 29, at.plus(INTERVAL));
    book.silent(at.plus(INTERVAL).plus(PATIENCE).plusSeconds(5));
    assertThat(onlyAlert().state().label()).as("silent again").isEqualTo("firing");
  }

  @Test
  void firingAfterPatienceResolvesToo() {
    send("run-1", 1, 0, 4, NOON);
    book.silent(NOON.plus(Duration.ofMinutes(2)));
    fire(RULE, "canary:1:4", NOON.plus(Duration.ofMinutes(3)));

    assertThat(onlyAlert().state().label()).isEqualTo("resolved");
    assertThat(run().latency()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void whatIsNotOfTheLatestRunSaysNothing() {
    send("run-1", 7, 0, 4, NOON);
    send("run-2", 7, 5, 9, NOON.plusSeconds(1));

    for (String id :
        List.of("canary:7:4", "canary:7:10", "canary:6:7", "canary:7:x", "auth:7:7", "canary:7:")) {
      assertThat(fire(RULE, id, NOON.plusSeconds(2))).as(id).isFalse();
    }
    assertThat(fire("another-rule", "canary:7:7", NOON.plusSeconds(2))).isFalse();
    assertThat(run().shown()).isEqualTo(CanaryState.WAITING);
    assertThat(fire(RULE, "canary:7:5", NOON.plusSeconds(2))).isTrue();
    assertThat(fire(RULE, "canary:7:9", NOON.plusSeconds(3))).as("told already").isFalse();
  }

  @Test
  void aRunThatMayNotHaveBeenSentIsNeverSilent() {
    book.sending(RULE, "guessing", "run-1", 1, 0, 4, NOON);

    assertThat(book.silent(NOON.plus(Duration.ofDays(1)))).isZero();
    assertThat(run().stage()).isEqualTo(CanaryRun.Stage.SENDING);
  }

  @Test
  void aRestartGoesOnWhereTheLastOneStood() {
    send("run-1", 1, 0, 4, NOON);
    book = newBook();

    assertThat(book.silent(NOON.plus(Duration.ofMinutes(2)))).isEqualTo(1);
    book = newBook();
    assertThat(book.silent(NOON.plus(Duration.ofMinutes(3)))).as("told once").isZero();
    assertThat(onlyAlert().count()).isEqualTo(1);
  }

  @Test
  void aRuleThatIsInForceNoMoreIsForgottenWithItsAlert() {
    send("run-1", 1, 0, 4, NOON);
    book.silent(NOON.plus(Duration.ofMinutes(2)));

    book.retain(Set.of(RULE));
    assertThat(onlyAlert().state().label()).isEqualTo("firing");

    book.retain(Set.of("another-rule"));
    assertThat(book.all()).isEmpty();
    assertThat(onlyAlert().state().label()).isEqualTo("resolved");
  }

  @Test
  void eachStartHasALargerEpochWhateverTheClockSays() {
    long first = book.nextEpoch(NOON);
    assertThat(first).isEqualTo(NOON.getEpochSecond());
    assertThat(newBook().nextEpoch(NOON)).isEqualTo(first + 1);
    assertThat(newBook().nextEpoch(NOON.minus(Duration.ofDays(1)))).isEqualTo(first + 2);
    assertThat(newBook().nextEpoch(NOON.plusSeconds(60))).isEqualTo(first + 60);
  }

  @Test
  void manyRulesThatFallSilentAtOnceAreOneAlertUntilOneFires() {
    for (int i = 0; i < 20; i++) {
      book.sending("rule-" + i, "name-" + i, "run-" + i, 1, i, i, NOON);
      book.sent("rule-" + i, "run-" + i);
    }

    assertThat(book.silent(NOON.plus(PATIENCE).plusSeconds(5))).isEqualTo(20);
    assertThat(onlyAlert().group()).containsExactly(Map.entry("rule.name", "*"));
    assertThat(book.find("rule-3").orElseThrow().shown()).isEqualTo(CanaryState.SILENT);

    clock.advance(PATIENCE.plusSeconds(9));
    assertThat(fire("rule-3", "canary:1:3", NOON.plus(PATIENCE).plusSeconds(9))).isTrue();
    assertThat(onlyAlert().state().label()).isEqualTo("resolved");
  }

  private void send(String run, long epoch, long first, long last, Instant at) {
    book.sending(RULE, "guessing", run, epoch, first, last, at);
    book.sent(RULE, run);
  }

  private CanaryRun run() {
    return book.find(RULE).orElseThrow();
  }

  private List<AlertRow> alerts() {
    return alerts.feed.after(0, 100).stream().map(AlertFeed.Change::alert).toList();
  }

  private AlertRow onlyAlert() {
    assertThat(alerts()).hasSize(1);
    return alerts().get(0);
  }

  private boolean fire(String rule, String event, Instant at) {
    return book.fired(
        new Detection(
            "d",
            at,
            new RuleReference(rule, "guessing", "v", new BilingualText("", "")),
            Severity.LOW,
            Map.of(),
            1,
            List.of(new EvidenceEvent(event, at, "guessing", "", Map.of())),
            List.of(),
            Duration.ofMinutes(1),
            0,
            false,
            new Explanation(new BilingualText("", ""), List.of(), null)),
        at);
  }
}
