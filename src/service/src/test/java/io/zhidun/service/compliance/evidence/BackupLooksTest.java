package io.zhidun.service.compliance.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zhidun.backup.health.SourceState;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.asset.InventorySystem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class BackupLooksTest {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  private static SourceState source(
      @Nullable Instant drill, List<String> faults, @Nullable Duration lag) {
    return new SourceState(
        "review",
        "db",
        "T1",
        3,
        NOW.minus(Duration.ofHours(5)),
        null,
        NOW.minus(Duration.ofDays(2)),
        List.of(),
        drill,
        faults,
        drill == null ? null : Duration.ofMinutes(42),
        NOW.minus(Duration.ofMinutes(4)),
        List.of(),
        lag,
        2,
        1);
  }

  private static InventoryAsset asset(String id, AssetKind kind, int importance) {
    return new InventoryAsset(
        id,
        "review",
        id,
        kind,
        "",
        List.of(),
        importance,
        "",
        "o",
        "l",
        List.of(),
        1,
        NOW,
        "e",
        "manual");
  }

  private static List<Sight> look(String check, @Nullable BackupStates states) throws IOException {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    if (states != null) {
      beans.addBean("states", states);
    }
    InventorySystem system =
        new InventorySystem(
            "review", "n", 3, "S3A3G3", List.of(), "o", "", null, "", false, "OTHER", null, 1, NOW,
            "e", "manual");
    List<Sight> seen = new ArrayList<>();
    new BackupLooks(beans.getBeanProvider(BackupStates.class))
        .look(
            new Target(
                check,
                system,
                List.of(
                    asset("db", AssetKind.DATABASE, 3),
                    asset("papers", AssetKind.DATA, 2),
                    asset("notes", AssetKind.DATA, 1)),
                Set.of(AssetKind.DATABASE, AssetKind.DATA),
                NOW),
            seen::add);
    return seen;
  }

  @Test
  void whereNoBackupsRunNothingIsKnown() throws Exception {
    assertThat(look("backup-job", null)).isEmpty();
    assertThat(look("backup-scope", null)).isEmpty();
  }

  @Test
  void whatIsImportantAndHasNoSourceIsUnprotected() throws Exception {
    BackupStates states = () -> List.of(source(null, List.of(), null));

    assertThat(look("backup-scope", states).get(0).values())
        .containsEntry("unprotected_assets", List.of("papers"));
    assertThat(look("backup-job", states))
        .extracting(Sight::object, sight -> sight.values().get("local_copies"))
        .containsExactly(tuple("db", 2), tuple("papers", 0));
    assertThat(look("backup-job", states).get(0).values())
        .containsEntry("last_success_minutes", 4L)
        .containsEntry("verified", true);
  }

  @Test
  void aDrillThatFailedOrNeverWasIsNoProof() throws Exception {
    assertThat(look("restore-drill", () -> List.of(source(null, List.of(), null))))
        .extracting(Sight::object, Sight::values)
        .containsExactly(tuple("db", Map.of("drills", 0)));
    Instant drilled = NOW.minus(Duration.ofDays(3));
    assertThat(
            look("restore-drill", () -> List.of(source(drilled, List.of(), null))).get(0).values())
        .isEqualTo(
            Map.of(
                "drills",
                1,
                "drill_passed",
                true,
                "drill_age_days",
                3.0,
                "rows_lost",
                0,
                "drill_rto_minutes",
                42.0));
    assertThat(
            look("restore-drill", () -> List.of(source(drilled, List.of("a row is gone"), null)))
                .get(0)
                .values())
        .containsEntry("drill_passed", false)
        .doesNotContainKey("rows_lost");
  }

  @Test
  void aCopyElsewhereIsOneThatIsSeen() throws Exception {
    assertThat(look("replication", () -> List.of(source(null, List.of(), null)))).isEmpty();
    assertThat(
            look("replication", () -> List.of(source(null, List.of(), Duration.ofSeconds(9))))
                .get(0)
                .values())
        .containsEntry("lag_seconds", 9L);
  }
}
