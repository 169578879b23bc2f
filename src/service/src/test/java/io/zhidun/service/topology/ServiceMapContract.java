package io.zhidun.service.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Link;
import io.zhidun.cause.topology.Origin;
import io.zhidun.cause.topology.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the map keeps, on each database. */
abstract class ServiceMapContract {
  private static final Instant NOON = Instant.parse("2026-11-25T04:00:00Z");
  private static final Edge DRAWN = new Edge("portal", "main-db", EdgeKind.STORES_IN);

  private HikariDataSource source;
  private ServiceMap map;

  abstract HikariDataSource database();

  @BeforeEach
  void open() {
    source = database();
    MapStack stack = new MapStack(source);
    stack.office(NOON);
    map = stack.map;
  }

  @AfterEach
  void close() {
    source.close();
  }

  /** As a service that starts anew finds it. */
  private ServiceMap again() {
    return new MapStack(source).map;
  }

  @Test
  void isTheSameAfterARestart() {
    map.saw(List.of(), List.of(DRAWN), Origin.TRACE, NOON.plusSeconds(60), () -> {});
    map.saw(List.of(), List.of(DRAWN), Origin.TRACE, NOON.plus(Duration.ofDays(3)), () -> {});

    Instant later = NOON.plus(Duration.ofDays(3));
    assertThat(again().at(later).nodes()).isEqualTo(map.at(later).nodes());
    assertThat(again().at(later).links()).isEqualTo(map.at(later).links());
    assertThat(again().history(DRAWN)).hasSize(2).isEqualTo(map.history(DRAWN));
  }

  @Test
  void showsADrawnEdgeFromWhenItWasDrawnUntilItWasTakenAway() {
    map.saw(List.of(), List.of(DRAWN), Origin.HAND_DRAWN, NOON.plusSeconds(10), () -> {});
    map.ended(DRAWN, NOON.plusSeconds(20), () -> {});

    for (ServiceMap one : List.of(map, again())) {
      assertThat(one.at(NOON.plusSeconds(9)).links()).extracting(Link::edge).doesNotContain(DRAWN);
      assertThat(one.at(NOON.plusSeconds(19)).links()).extracting(Link::edge).contains(DRAWN);
      assertThat(one.at(NOON.plusSeconds(20)).links()).extracting(Link::edge).doesNotContain(DRAWN);
    }
  }

  @Test
  void tellsWhatItDoesNotTakeAndKeepsTheRest() {
    Edge unknown = new Edge("portal", "nobody", EdgeKind.CALLS);
    List<Refusal> refused =
        map.saw(List.of(), List.of(unknown, DRAWN), Origin.FLOW, NOON, () -> {});

    assertThat(refused).extracting(Refusal::what).containsExactly("portal -> nobody");
    assertThat(again().at(NOON).links()).extracting(Link::edge).contains(DRAWN);
  }

  @Test
  void changesNothingWhereTheTrailCannotBeWritten() {
    try {
      map.saw(
          List.of(),
          List.of(DRAWN),
          Origin.HAND_DRAWN,
          NOON,
          () -> {
            throw new IllegalStateException("no trail");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("no trail");
    }
    assertThat(map.history(DRAWN)).isEmpty();
    assertThat(again().history(DRAWN)).isEmpty();
  }
}
