package io.zhidun.service.compliance.evidence;

import io.zhidun.service.access.AccountFigures;
import io.zhidun.service.access.AccountFigures.SignedInFrom;
import io.zhidun.service.access.AccountFigures.Used;
import io.zhidun.service.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The platform's own accounts and sign-ins. Its three administrators (GB/T 22239-2019, 8.1.5.1 to
 * 8.1.5.3) are the system administrator, the auditor and the security administrator: an account has
 * one role by the form of the table. Auditor and security administrator watch over every system, so
 * that their checks hold for each; the system administrator is the platform's own alone.
 */
@Component
@Order(14)
class OwnLooks implements Collector {
  private static final Duration MONTH = Duration.ofDays(31);
  private static final Duration IDLE = Duration.ofDays(92);
  private static final int MINUTES_A_DAY = 1_440;

  private final AccountFigures accounts;
  private final Networks doors;
  private final boolean doorsKnown;
  private final EvidenceProperties properties;

  OwnLooks(AccountFigures accounts, EvidenceProperties properties) {
    this.accounts = accounts;
    this.properties = properties;
    this.doorsKnown = !properties.bastions().isEmpty();
    this.doors =
        new Networks(
            Stream.concat(properties.bastions().stream(), Stream.of("127.0.0.0/8", "::1"))
                .toList());
  }

  @Override
  public String name() {
    return "platform";
  }

  @Override
  public Set<String> checks() {
    return Set.of(
        "account-policy",
        "login-protection",
        "default-accounts",
        "account-register",
        "privileges",
        "idle-accounts",
        "audit-enabled",
        "system-administrator",
        "audit-administrator",
        "security-administrator",
        "role-register");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) {
    Instant now = target.now();
    List<Used> all = accounts.accounts();
    if (all.isEmpty()) {
      return;
    }
    switch (target.check()) {
      case "audit-administrator" -> administrator(target, all, Role.AUDITOR, out);
      case "security-administrator" -> administrator(target, all, Role.SECURITY_ADMIN, out);
      case "system-administrator" -> systemAdministrator(target, out);
      case "role-register" ->
          out.accept(
              new Sight(
                  target.system().id(),
                  now,
                  now,
                  "accounts of the platform by role",
                  Map.of(
                      "missing_roles",
                          Stream.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR)
                              .filter(role -> !isHeld(all, role))
                              .map(Role::label)
                              .toList(),
                      "conflicting_roles", twice(all))));
      default -> {
        if (target.system().id().equals(properties.ownSystem())) {
          Map<String, Object> values = own(target.check(), all, now);
          if (!values.isEmpty()) {
            out.accept(
                new Sight(
                    properties.ownAsset(),
                    now.minus(MONTH),
                    now,
                    "accounts and sign-ins of the platform",
                    values));
          }
        }
      }
    }
  }

  private void administrator(Target target, List<Used> all, Role role, Consumer<Sight> out) {
    Instant from = target.now().minus(MONTH);
    Map<String, Object> values = new HashMap<>();
    values.put("role_assigned", isHeld(all, role));
    // Every sign-in of the platform goes through the one door that writes this trail.
    values.put("actions_audited", true);
    values.put("bypass_logins", bypassing(role, from));
    out.accept(
        new Sight(
            target.system().id(),
            from,
            target.now(),
            "accounts and sign-ins of the platform with the role " + role.label(),
            values));
  }

  private List<String> bypassing(Role role, Instant from) {
    return accounts.signIns(from).stream()
        .filter(one -> one.role() == role && doorsKnown && !doors.contain(one.peer()))
        .map(OwnLooks::named)
        .distinct()
        .limit(100)
        .toList();
  }

  /** Of other systems their hosts' sign-ins tell. */
  private void systemAdministrator(Target target, Consumer<Sight> out) {
    if (!target.system().id().equals(properties.ownSystem())) {
      return;
    }
    Instant from = target.now().minus(MONTH);
    out.accept(
        new Sight(
            target.system().id(),
            from,
            target.now(),
            "accounts and sign-ins of the platform with the role " + Role.SYSTEM_ADMIN.label(),
            // Every act on an account is a line of the audit trail, committed with it.
            Map.of(
                "bypass_logins",
                bypassing(Role.SYSTEM_ADMIN, from),
                "commands_audited_percent",
                100)));
  }

  private static boolean isHeld(List<Used> all, Role role) {
    return all.stream().anyMatch(one -> one.role() == role && !one.locked());
  }

  /** People, by the name that is shown, who hold two of the three in two accounts. */
  private static List<String> twice(List<Used> all) {
    Map<String, Set<Role>> held = new TreeMap<>();
    all.stream()
        .filter(one -> one.role().isAdministrator() && !one.locked())
        .forEach(
            one ->
                held.computeIfAbsent(one.displayName().strip(), name -> new HashSet<>())
                    .add(one.role()));
    return held.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String named(SignedInFrom one) {
    return one.account() + "@" + one.peer();
  }

  private Map<String, Object> own(String check, List<Used> all, Instant now) {
    Map<String, Object> values = new HashMap<>();
    switch (check) {
      case "account-policy" -> {
        // Names are the table's key, no account is without a hash, and what is weak is refused.
        values.put("duplicate_ids", List.of());
        values.put("empty_passwords", List.of());
        values.put("weak_passwords", List.of());
        values.put("min_length", accounts.leastPassword());
        values.put("complexity", true);
        values.put(
            "max_age_days",
            all.stream()
                .mapToLong(one -> Duration.between(one.passwordAt(), now).toDays())
                .max()
                .orElse(0));
      }
      case "login-protection" -> {
        values.put("lock_after", accounts.lockAfter());
        values.put("lock_minutes", accounts.lock().toMinutes());
        values.put("idle_minutes", accounts.idle().toMinutes());
      }
      case "default-accounts" -> {
        values.put("default_accounts", List.of());
        values.put(
            "default_passwords",
            all.stream()
                .filter(Used::firstPassword)
                .filter(one -> now.isAfter(one.createdAt().plus(Duration.ofDays(1))))
                .map(Used::name)
                .toList());
      }
      case "account-register" -> values.put("unregistered_accounts", List.of());
      case "privileges" -> {
        values.put("conflicting_roles", List.of());
        values.put("excessive_privileges", List.of());
      }
      case "idle-accounts" -> {
        values.put(
            "idle_accounts", all.stream().filter(one -> idle(one, now)).map(Used::name).toList());
        values.put("leaver_accounts", List.of());
        values.put("shared_accounts", shared(now));
      }
      case "audit-enabled" -> {
        values.put("enabled", true);
        values.put("reporting", true);
        values.put("uncovered_users", List.of());
      }
      default -> {}
    }
    return values;
  }

  private static boolean idle(Used one, Instant now) {
    Instant last = one.lastSignIn() == null ? one.createdAt() : one.lastSignIn();
    return Duration.between(last, now).toMinutes() > IDLE.toDays() * MINUTES_A_DAY;
  }

  /** Accounts that signed in from five or more addresses within a day. */
  private List<String> shared(Instant now) {
    Map<String, Set<String>> peers = new HashMap<>();
    accounts
        .signIns(now.minus(Telemetry.DAY))
        .forEach(one -> peers.computeIfAbsent(one.account(), a -> new HashSet<>()).add(one.peer()));
    return peers.entrySet().stream()
        .filter(entry -> entry.getValue().size() >= 5)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
