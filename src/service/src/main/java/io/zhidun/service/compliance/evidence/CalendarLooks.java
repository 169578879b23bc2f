package io.zhidun.service.compliance.evidence;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Dates that the inventory keeps: when an assessment body last assessed a system. Of a system that
 * none ever assessed nothing is said: somebody may only not have written it down.
 */
@Component
@Order(17)
class CalendarLooks implements Collector {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public Set<String> checks() {
    return Set.of("assessment-calendar");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) {
    LocalDate assessed = target.system().lastAssessedOn();
    LocalDate today = LocalDate.ofInstant(target.now(), BEIJING);
    if (assessed == null || assessed.isAfter(today)) {
      return;
    }
    out.accept(
        new Sight(
            target.system().id(),
            assessed.atStartOfDay(BEIJING).toInstant(),
            target.now(),
            "date of the last assessment in the inventory",
            Map.of("last_assessment_age_days", ChronoUnit.DAYS.between(assessed, today))));
  }
}
