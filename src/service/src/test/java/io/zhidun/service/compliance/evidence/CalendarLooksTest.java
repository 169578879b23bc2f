package io.zhidun.service.compliance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.asset.InventorySystem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarLooksTest {
  /** Already the 28th in Beijing. */
  private static final Instant NOW = Instant.parse("2026-11-27T20:00:00Z");

  @Test
  void theAgeOfTheLastAssessmentIsCountedInDaysOfBeijing() {
    assertThat(seen(LocalDate.parse("2026-11-18")))
        .singleElement()
        .satisfies(
            sight -> {
              assertThat(sight.object()).isEqualTo("review");
              assertThat(sight.values()).isEqualTo(Map.of("last_assessment_age_days", 10L));
            });
  }

  @Test
  void nothingIsSaidWithoutADate() {
    assertThat(seen(null)).isEmpty();
    assertThat(seen(LocalDate.parse("2026-12-01"))).as("a date to come").isEmpty();
  }

  private static List<Sight> seen(@Nullable LocalDate assessed) {
    InventorySystem system =
        new InventorySystem(
            "review",
            "审查",
            3,
            "S3A3G3",
            List.of(),
            "审查处",
            "",
            null,
            "",
            false,
            "OTHER",
            assessed,
            0,
            NOW,
            "engineer",
            "manual");
    List<Sight> seen = new ArrayList<>();
    new CalendarLooks()
        .look(new Target("assessment-calendar", system, List.of(), Set.of(), NOW), seen::add);
    return seen;
  }
}
