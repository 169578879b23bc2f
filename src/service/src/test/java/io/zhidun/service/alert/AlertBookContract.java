package io.zhidun.service.alert;

import static io.zhidun.service.Drafts.NOON;
import static io.zhidun.service.Drafts.from;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.events.Severity;
import io.zhidun.service.Drafts;
import io.zhidun.service.MutableClock;
import io.zhidun.service.alert.AlertFeed.Change;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What holds of alerts on every database. */
abstract class AlertBookContract {
  private static final String ADDRESS = "203.0.113.7";

  private final MutableClock clock = new MutableClock(NOON.plus(Duration.ofMinutes(1)));
  private HikariDataSource source;
  private AlertStack alerts;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() {
    source = dataSource();
    alerts = new AlertStack(source, clock);
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void opensAnAlertWithTheFirstDetection() {
    accept(from(ADDRESS));

    AlertRow row = only();
    assertThat(row.number()).isEqualTo("AL-000001");
    assertThat(row.state()).isEqualTo(AlertState.FIRING);
    assertThat(row.severity()).isEqualTo(Severity.HIGH);
    assertThat(row.count()).isEqualTo(1);
    assertThat(row.group()).isEqualTo(Map.of("source.ip", ADDRESS));
    assertThat(row.summary().zh()).contains("登录失败 5 次");
    assertThat(alerts.trail(1)).containsExactly("opened");
  }

  @Test
  void countsDetectionsWithinRecoveryInOneAlert() {
    accept(from(ADDRESS), from(ADDRESS).at(10), from(ADDRESS).at(20));

    assertThat(only().count()).isEqualTo(3);
    assertThat(only().lastSeen()).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
  }

  @Test
  void opensAnotherAlertAfterAQuietTime() {
    accept(from(ADDRESS), from(ADDRESS).at(11));

    assertThat(counts()).containsExactly(1L, 1L);
  }

  @Test
  void keepsAddressesApart() {
    accept(from(ADDRESS), from("2001:db8::5"));

    assertThat(counts()).containsExactly(1L, 1L);
  }

  @Test
  void replayChangesNothing() {
    accept(from(ADDRESS), from(ADDRESS).at(5));
    long revision = alerts.feed.revision();

    Accepted again = accept(from(ADDRESS), from(ADDRESS).at(5));

    assertThat(again.duplicates()).isEqualTo(2);
    assertThat(only().count()).isEqualTo(2);
    assertThat(alerts.feed.revision()).isEqualTo(revision);
  }

  @Test
  void replayWithAnotherJudgementOverwrites() {
    accept(from(ADDRESS));

    Accepted again = accept(from(ADDRESS).severity(Severity.CRITICAL));

    assertThat(again.overwritten()).isEqualTo(1);
    assertThat(only().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(only().count()).isEqualTo(1);
  }

  @Test
  void joinsTwoAlertsWhenADetectionFallsBetween() {
    accept(from(ADDRESS));
    accept(from(ADDRESS).at(16));
    accept(from(ADDRESS).at(8));

    assertThat(only().count()).isEqualTo(3);
    assertThat(only().number()).isEqualTo("AL-000001");
    assertThat(alerts.detail.of(2).path("number").asString()).isEqualTo("AL-000001");
    assertThat(alerts.feed.lastRemoval()).isPositive();
  }

  @Test
  void givesTheSameAlertsInWhateverOrderDetectionsArrive() {
    int[] minutes = {0, 3, 9, 25, 33, 34, 60, 71, 80, 81, 100};
    List<Drafts> drafts =
        new ArrayList<>(Arrays.stream(minutes).mapToObj(m -> from(ADDRESS).at(m)).toList());
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(drafts, random);
      String address = "198.51.100." + round;
      drafts.forEach(draft -> accept(from(address).at(draft.time())));
      assertThat(rows("field", "source.ip:" + address))
          .extracting(AlertRow::count)
          .as("order %s", drafts.stream().map(Drafts::time).toList())
          .containsExactlyInAnyOrder(3L, 3L, 1L, 3L, 1L);
    }
  }

  @Test
  void givesTheSameAlertsInOneBatch() {
    int[] minutes = {100, 34, 0, 80, 9, 25, 71, 3, 60, 33, 81};
    accept(Arrays.stream(minutes).mapToObj(m -> from(ADDRESS).at(m)).toArray(Drafts[]::new));

    assertThat(counts()).containsExactlyInAnyOrder(3L, 3L, 1L, 3L, 1L);
  }

  @Test
  void resolvesAfterAQuietTimeAndFiresAgain() {
    accept(from(ADDRESS));
    alerts.actions.acknowledge(1, "operator", "");

    clock.advance(Duration.ofMinutes(10));
    alerts.actions.sweep();
    assertThat(only().state()).isEqualTo(AlertState.ACKNOWLEDGED);
    clock.advance(Duration.ofSeconds(1));
    alerts.actions.sweep();
    assertThat(only().state()).isEqualTo(AlertState.RESOLVED);

    accept(from(ADDRESS).at(9));
    assertThat(only().state()).isEqualTo(AlertState.FIRING);
    assertThat(only().acknowledgedBy()).isNull();
    assertThat(alerts.trail(1)).containsExactly("opened", "acknowledged", "resolved", "reopened");
  }

  @Test
  void closedAlertNeverTakesWhatHappenedLater() {
    accept(from(ADDRESS));
    alerts.actions.close(1, "operator", "done");

    accept(from(ADDRESS).at(2));

    assertThat(rows())
        .extracting(AlertRow::state)
        .containsExactlyInAnyOrder(AlertState.CLOSED, AlertState.FIRING);
    assertThat(counts()).containsExactly(1L, 1L);
  }

  @Test
  void closedAlertTakesWhatHappenedBefore() {
    accept(from(ADDRESS));
    alerts.actions.close(1, "operator", "done");

    accept(from(ADDRESS).at(NOON.plusSeconds(30)));

    assertThat(only().state()).isEqualTo(AlertState.CLOSED);
    assertThat(only().count()).isEqualTo(2);
  }

  @Test
  void withdrawalTakesADetectionBack() {
    accept(from(ADDRESS).severity(Severity.CRITICAL), from(ADDRESS).at(5));
    accept(from(ADDRESS).severity(Severity.CRITICAL).withdraw());

    assertThat(only().count()).isEqualTo(1);
    assertThat(only().severity()).isEqualTo(Severity.HIGH);
    assertThat(only().firstSeen()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
  }

  @Test
  void withdrawalOfTheLastDetectionRemovesTheAlert() {
    accept(from(ADDRESS));
    accept(from(ADDRESS).withdraw());

    assertThat(rows()).isEmpty();
    assertThat(alerts.feed.lastRemoval()).isEqualTo(alerts.feed.revision());
  }

  @Test
  void withdrawalKeepsAnAlertThatSomebodyWorkedOn() {
    accept(from(ADDRESS));
    alerts.actions.acknowledge(1, "operator", "looking");
    accept(from(ADDRESS).withdraw());

    assertThat(only().state()).isEqualTo(AlertState.CLOSED);
    assertThat(only().count()).isZero();
    assertThat(alerts.trail(1)).containsExactly("opened", "acknowledged", "closed");
    assertThat(alerts.detail.of(1).at("/explanation/summary/en").asString())
        .contains("failed to sign in 5 times");
    assertThat(alerts.detail.of(1).at("/decision/severity").asString()).isEqualTo("high");
  }

  @Test
  void withdrawalOfABridgeSplitsTheAlert() {
    accept(from(ADDRESS), from(ADDRESS).at(8), from(ADDRESS).at(16));
    accept(from(ADDRESS).at(8).withdraw());

    assertThat(counts()).containsExactly(1L, 1L);
    assertThat(alerts.detail.of(2).path("detections").size()).isEqualTo(1);
  }

  @Test
  void withdrawalWithinABatchCounts() {
    Accepted accepted =
        accept(from(ADDRESS), from(ADDRESS).at(1), from(ADDRESS).withdraw(), from("192.0.2.1"));

    assertThat(accepted.withdrawn()).isEqualTo(1);
    assertThat(counts()).containsExactlyInAnyOrder(1L, 1L);
  }

  @Test
  void withdrawalOfAnUnknownDetectionIsNothing() {
    assertThat(accept(from(ADDRESS).withdraw()).duplicates()).isEqualTo(1);
    assertThat(rows()).isEmpty();
  }

  @Test
  void keepsHostileTextAsText() {
    String name = "<script>alert(1)</script>' or 1=1 -- \0 \ud800 %_!";
    accept(from(ADDRESS).user(name));

    String original = alerts.detail.of(1).path("events").path(0).path("original").asString();
    assertThat(original).contains("<script>alert(1)</script>' or 1=1 -- \0");
    assertThat(rows("field", "user.name:<script>alert(1)</script>' or 1=1 -- \0 \ud800 %_!"))
        .hasSize(1);
    assertThat(rows("q", "' or 1=1 --")).isEmpty();
    assertThat(rows("q", "203.0.113.7")).hasSize(1);
    assertThat(rows("q", "203_0")).isEmpty();
  }

  @Test
  void pagesThroughEverythingOnceInEveryOrder() {
    accept(
        IntStream.range(0, 25)
            .mapToObj(i -> from("198.51.100." + i).at(i % 3).severity(Severity.values()[i % 5]))
            .toArray(Drafts[]::new));

    for (String sort : List.of("-lastSeen", "-severity", "-createdAt", "lastSeen", "severity")) {
      AlertOrder.Directed order = AlertOrder.Directed.of(sort);
      List<String> seen = new ArrayList<>();
      Page<AlertRow> page = alerts.search.page(filter(), order, null, 7);
      while (page.next() != null) {
        page.items().forEach(row -> seen.add(row.id()));
        page = alerts.search.page(filter(), order, order.cursor(page.next()), 7);
      }
      page.items().forEach(row -> seen.add(row.id()));
      assertThat(page.total()).isEqualTo(25);
      assertThat(seen).as(sort).hasSize(25).doesNotHaveDuplicates();
    }
  }

  @Test
  void filtersAndCounts() {
    accept(
        from("192.0.2.1").system("patent-review"),
        from("192.0.2.2").system("trademark").severity(Severity.LOW),
        from("192.0.2.3").system("trademark").user("admin"));
    alerts.actions.close(1, "operator", "done");

    assertThat(rows("system", "trademark")).hasSize(2);
    assertThat(rows("severity", "low", "severity", "high")).hasSize(3);
    assertThat(rows("state", "closed")).hasSize(1);
    assertThat(rows("field", "user.name:admin", "field", "user.name:nobody")).hasSize(1);
    assertThat(rows("field", "user.name:admin", "field", "source.ip:192.0.2.1")).isEmpty();
    assertThat(rows("rule", "ssh-password-guessing", "state", "firing")).hasSize(2);
    assertThat(rows("q", "al-000002")).hasSize(1);
    assertThat(rows("from", "2026-11-22T12:00:01Z")).isEmpty();
    assertThat(rows("to", "2026-11-22T12:00:01Z")).hasSize(3);
    AlertSearch.Facets facets = alerts.search.facets(filter());
    assertThat(facets.state).isEqualTo(Map.of("closed", 1L, "firing", 2L));
    assertThat(facets.system).isEqualTo(Map.of("patent-review", 1L, "trademark", 2L));
    assertThat(alerts.search.top("user.name", filter(), 10))
        .containsExactly(new AlertSearch.Top("root", 2), new AlertSearch.Top("admin", 1));
    assertThat(alerts.search.top("system", filter(), 1))
        .containsExactly(new AlertSearch.Top("trademark", 2));
  }

  @Test
  void feedTellsEveryChangeInOrder() {
    accept(from("192.0.2.1"), from("192.0.2.2"));
    alerts.actions.note(1, "operator", "hm");

    assertThat(alerts.feed.after(0, 10))
        .extracting(change -> change.alert().id())
        .containsExactly("2", "1");
    assertThat(alerts.feed.after(0, 10)).extracting(Change::revision).containsExactly(2L, 3L);
    assertThat(alerts.announced).containsExactly(2L, 3L);
  }

  private Accepted accept(Drafts... drafts) {
    return alerts.book.accept(Arrays.stream(drafts).map(Drafts::json).map(Draft::read).toList());
  }

  private AlertRow only() {
    assertThat(rows()).hasSize(1);
    return rows().get(0);
  }

  private List<Long> counts() {
    return rows().stream().map(AlertRow::count).toList();
  }

  private List<AlertRow> rows(String... parameters) {
    return alerts.search.page(filter(parameters), AlertOrder.Directed.DEFAULT, null, 500).items();
  }

  private static AlertFilter filter(String... parameters) {
    MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      query.add(parameters[i], parameters[i + 1]);
    }
    Parameters read = new Parameters(query);
    AlertFilter filter = AlertFilter.read(read);
    read.check();
    return filter;
  }
}
