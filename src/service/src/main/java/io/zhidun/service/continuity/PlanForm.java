package io.zhidun.service.continuity;

import io.zhidun.service.store.ColumnText;
import io.zhidun.service.web.Fault;
import io.zhidun.service.web.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan as somebody sends it; everything that is wrong with it is told at once.
 *
 * @param basedOn the version that it replaces, 0 for the first: a change that somebody else made
 *     meanwhile is not undone unseen
 * @param note why it is changed
 */
record PlanForm(
    @Nullable Integer basedOn,
    @Nullable String note,
    @Nullable String title,
    @Nullable Integer level,
    @Nullable Integer rtoMinutes,
    @Nullable Integer rpoMinutes,
    @Nullable Integer exerciseEveryDays,
    @Nullable Ranks declared,
    @Nullable List<@Nullable RoleForm> roles,
    @Nullable List<@Nullable StepForm> steps,
    @Nullable List<@Nullable StepForm> rollback) {
  static final int MOST_STEPS = 60;
  private static final int MOST_ROLES = 30;
  private static final int MOST_MINUTES = 14 * 24 * 60;
  private static final int MONTHS_SIX = 183;

  record Ranks(
      @Nullable Integer equipment,
      @Nullable Integer network,
      @Nullable Integer site,
      @Nullable Integer support,
      @Nullable Integer operations) {}

  record RoleForm(@Nullable String role, @Nullable String name, @Nullable String contact) {}

  record StepForm(
      @Nullable String title,
      @Nullable String detail,
      @Nullable String responsible,
      @Nullable Integer minutes,
      @Nullable String check,
      @Nullable Boolean service) {}

  /**
   * @throws org.springframework.web.ErrorResponseException invalid-parameter naming all faults
   */
  Plan plan() {
    Reading reading = new Reading();
    List<Plan.Part> parts = reading.roles(roles);
    Set<String> known = new HashSet<>();
    parts.forEach(part -> known.add(part.role()));
    List<Plan.Step> forward = reading.steps("steps", steps, known);
    if (forward.isEmpty()) {
      reading.fault("steps", "0", "must have 1 to " + MOST_STEPS + " steps");
    } else if (forward.stream().noneMatch(Plan.Step::service)) {
      reading.fault("steps", "", "must say after which step the service is back (service: true)");
    }
    Plan plan =
        new Plan(
            reading.text("title", title, 2, 200),
            reading.number("level", level, 1, 6),
            reading.number("rtoMinutes", rtoMinutes, 1, MOST_MINUTES),
            reading.number("rpoMinutes", rpoMinutes, 0, MOST_MINUTES),
            exerciseEveryDays == null
                ? MONTHS_SIX
                : reading.number("exerciseEveryDays", exerciseEveryDays, 7, 731),
            reading.declared(declared),
            parts,
            forward,
            reading.steps("rollback", rollback, known));
    reading.check();
    return plan;
  }

  private static final class Reading {
    private final List<Fault> faults = new ArrayList<>();

    void fault(String name, String value, String rule) {
      faults.add(Fault.of(name, value, rule));
    }

    void check() {
      if (!faults.isEmpty()) {
        throw Problems.invalid(faults);
      }
    }

    String text(String name, @Nullable String value, int least, int most) {
      String text = value == null ? "" : value.strip();
      if (text.length() < least || text.length() > most) {
        fault(name, text, "must have " + least + " to " + most + " characters");
        return "";
      }
      return ColumnText.fit(text, most);
    }

    int number(String name, @Nullable Integer value, int least, int most) {
      if (value == null || value < least || value > most) {
        fault(name, String.valueOf(value), "must be " + least + " to " + most);
        return least;
      }
      return value;
    }

    Plan.Declared declared(@Nullable Ranks ranks) {
      return ranks == null
          ? Plan.Declared.NONE
          : new Plan.Declared(
              rank("declared.equipment", ranks.equipment()),
              rank("declared.network", ranks.network()),
              rank("declared.site", ranks.site()),
              rank("declared.support", ranks.support()),
              rank("declared.operations", ranks.operations()));
    }

    private int rank(String name, @Nullable Integer value) {
      return value == null ? 0 : number(name, value, 0, 3);
    }

    List<Plan.Part> roles(@Nullable List<@Nullable RoleForm> forms) {
      List<Plan.Part> parts = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (RoleForm form : bounded("roles", forms, MOST_ROLES)) {
        String at = "roles[" + parts.size() + "].";
        if (form == null) {
          fault(at + "role", "null", "must be an object");
          continue;
        }
        String role = text(at + "role", form.role(), 1, 100);
        if (!role.isEmpty() && !seen.add(role)) {
          fault(at + "role", role, "must not be there twice");
        }
        parts.add(
            new Plan.Part(
                role,
                text(at + "name", form.name(), 1, 100),
                text(at + "contact", form.contact(), 0, 200)));
      }
      return parts;
    }

    List<Plan.Step> steps(
        String name, @Nullable List<@Nullable StepForm> forms, Set<String> responsible) {
      List<Plan.Step> steps = new ArrayList<>();
      for (StepForm form : bounded(name, forms, MOST_STEPS)) {
        String at = name + "[" + steps.size() + "].";
        if (form == null) {
          fault(at + "title", "null", "must be an object");
          continue;
        }
        String who = text(at + "responsible", form.responsible(), 1, 100);
        if (!who.isEmpty() && !responsible.contains(who)) {
          fault(at + "responsible", who, "must be one of the plan's roles");
        }
        steps.add(
            new Plan.Step(
                text(at + "title", form.title(), 2, 200),
                text(at + "detail", form.detail(), 0, 2_000),
                who,
                number(at + "minutes", form.minutes(), 1, MOST_MINUTES),
                check(at + "check", form.check()),
                Boolean.TRUE.equals(form.service())));
      }
      return steps;
    }

    private Check check(String name, @Nullable String value) {
      try {
        return value == null ? Check.NONE : Check.of(value);
      } catch (IllegalArgumentException e) {
        fault(name, value == null ? "" : value, "must be a check: " + e.getMessage());
        return Check.NONE;
      }
    }

    private <T> List<@Nullable T> bounded(
        String name, @Nullable List<@Nullable T> forms, int most) {
      if (forms == null) {
        return List.of();
      }
      if (forms.size() > most) {
        fault(name, String.valueOf(forms.size()), "must have at most " + most + " entries");
        return forms.subList(0, most);
      }
      return forms;
    }
  }
}
