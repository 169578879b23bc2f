package io.zhidun.service.compliance.evidence;

import io.zhidun.service.access.AccountFigures;
import io.zhidun.service.access.Role;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.compliance.evidence.Telemetry.Survey;
import io.zhidun.service.event.EventCondition;
import io.zhidun.service.event.EventFacts;
import io.zhidun.service.event.EventFacts.Facts;
import io.zhidun.service.event.EventFacts.Question;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Who signs in to hosts, from where and how, as sshd and sudo tell it. Says nothing of where people
 * may come from unless the bastions' networks are configured.
 */
@Component
@Order(11)
class SignInLooks implements Collector {
  private static final int SHARED_FROM = 5;
  private static final int MOST = 100;

  private final Telemetry telemetry;
  private final EventFacts events;
  private final AccountFigures accounts;
  private final Networks bastions;

  SignInLooks(
      Telemetry telemetry,
      @Lazy EventFacts events,
      AccountFigures accounts,
      EvidenceProperties properties) {
    this.telemetry = telemetry;
    this.events = events;
    this.accounts = accounts;
    this.bastions = new Networks(properties.bastions());
  }

  @Override
  public String name() {
    return "sign-ins";
  }

  @Override
  public Set<String> checks() {
    return Set.of(
        "admin-sources",
        "second-factor",
        "idle-accounts",
        "system-administrator",
        "operation-log",
        "remote-access-audit",
        "remote-maintenance",
        "personal-access");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) throws IOException {
    Survey survey = telemetry.of(target.system(), target.assets(), target.now());
    switch (target.check()) {
      case "admin-sources" -> {
        if (!bastions.isEmpty()) {
          for (InventoryAsset asset : target.asked()) {
            if (survey.heard(asset)) {
              tell(out, asset, survey, Map.of("outside_logins", outside(List.of(asset), survey)));
            }
          }
        }
      }
      case "second-factor" -> {
        for (InventoryAsset asset : target.asked()) {
          long all = signal(survey, asset, "sshIn");
          if (all > 0) {
            long byKey = signal(survey, asset, "sshByKey");
            tell(
                out,
                asset,
                survey,
                Map.of(
                    "covered_percent", Rounded.percent(byKey, all), "logins_without", all - byKey));
          }
        }
      }
      case "idle-accounts" -> {
        for (InventoryAsset asset : target.asked()) {
          if (survey.heard(asset)) {
            tell(out, asset, survey, Map.of("shared_accounts", shared(asset, survey)));
          }
        }
      }
      case "personal-access" -> {
        for (InventoryAsset asset : target.asked()) {
          if (survey.heard(asset)) {
            tell(out, asset, survey, Map.of("bulk_exports", signal(survey, asset, "exports")));
          }
        }
      }
      default -> whole(target, survey, out);
    }
  }

  /** Checks of the whole system; without any sign-in there is nothing to say. */
  private void whole(Target target, Survey survey, Consumer<Sight> out) throws IOException {
    List<InventoryAsset> hosts =
        target.assets().stream().filter(asset -> signal(survey, asset, "sshIn") > 0).toList();
    if (hosts.isEmpty()) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    switch (target.check()) {
      case "system-administrator" -> {
        if (!bastions.isEmpty()) {
          values.put("bypass_logins", outside(hosts, survey));
        }
        values.put("commands_audited_percent", commandsAudited(hosts, survey));
      }
      case "operation-log" -> {
        values.put("sessions_recorded_percent", commandsAudited(hosts, survey));
        patrol(survey.at()).ifPresent(days -> values.put("patrol_age_days", days));
      }
      case "remote-access-audit" -> {
        values.put("remote_logged", true);
        values.put(
            "internet_logged",
            target.assets().stream().anyMatch(asset -> signal(survey, asset, "firewall") > 0));
      }
      case "remote-maintenance" -> {
        if (!bastions.isEmpty()) {
          values.put("unapproved_sessions", outside(hosts, survey));
        }
        values.put("left_open", leftOpen(hosts, survey));
      }
      default -> {}
    }
    if (!values.isEmpty()) {
      out.accept(
          new Sight(
              target.system().id(),
              survey.from(),
              survey.at(),
              "event.action:(ssh-login OR ssh-session OR sudo-command) AND host.name:("
                  + String.join(
                      " OR ", hosts.stream().flatMap(a -> a.addresses().stream()).toList())
                  + ")",
              values));
    }
  }

  private static long signal(Survey survey, InventoryAsset asset, String name) {
    Facts facts = survey.of(asset);
    return facts == null ? 0 : facts.signal(name);
  }

  private static void tell(
      Consumer<Sight> out, InventoryAsset asset, Survey survey, Map<String, Object> values) {
    out.accept(new Sight(asset.id(), survey.from(), survey.at(), Telemetry.query(asset), values));
  }

  /** Sign-ins by ssh that came from no bastion, as account@address. */
  private List<String> outside(List<InventoryAsset> hosts, Survey survey) throws IOException {
    Set<String> found = new TreeSet<>();
    List<Question> questions =
        hosts.stream()
            .map(
                host ->
                    new Question(
                        List.of(
                            Telemetry.about(host),
                            EventCondition.is("event.action", "ssh-login"),
                            EventCondition.is("event.outcome", "success")),
                        survey.from(),
                        survey.at(),
                        Map.of(),
                        MOST,
                        Duration.ZERO))
            .toList();
    for (Facts facts : events.ask(questions)) {
      for (JsonNode event : facts.samples()) {
        String address = event.at("/source/ip").asString("");
        if (!bastions.contain(address)) {
          found.add(event.at("/user/name").asString("?") + "@" + address);
        }
      }
    }
    return found.stream().limit(MOST).toList();
  }

  /** Accounts that signed in from many addresses within a day. */
  private List<String> shared(InventoryAsset asset, Survey survey) throws IOException {
    return events
        .spread(
            "user.name",
            "source.ip",
            List.of(
                Telemetry.about(asset),
                EventCondition.is("event.category", "authentication"),
                EventCondition.is("event.outcome", "success")),
            survey.from(),
            survey.at(),
            MOST)
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() >= SHARED_FROM)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Share of the accounts that signed in of which commands are recorded. */
  private double commandsAudited(List<InventoryAsset> hosts, Survey survey) throws IOException {
    EventCondition about = EventCondition.any(hosts.stream().map(Telemetry::about).toList());
    Set<String> in =
        events
            .spread(
                "user.name",
                "host.name",
                List.of(
                    about,
                    EventCondition.is("event.action", "ssh-login"),
                    EventCondition.is("event.outcome", "success")),
                survey.from(),
                survey.at(),
                1_000)
            .keySet();
    Set<String> recorded =
        events
            .spread(
                "user.name",
                "host.name",
                List.of(
                    about,
                    EventCondition.in("event.action", List.of("sudo-command", "process-started"))),
                survey.from(),
                survey.at(),
                1_000)
            .keySet();
    return Rounded.percent(in.stream().filter(recorded::contains).count(), in.size());
  }

  /** Hosts on which more sessions were opened than closed, as host: number. */
  private static List<String> leftOpen(List<InventoryAsset> hosts, Survey survey) {
    List<String> open = new ArrayList<>();
    for (InventoryAsset host : hosts) {
      long left = signal(survey, host, "opened") - signal(survey, host, "closed");
      if (left > 0) {
        open.add(host.id() + ": " + left);
      }
    }
    return open;
  }

  /** Days since somebody who watches or handles last signed in here. */
  private Optional<Double> patrol(Instant now) {
    return accounts.signIns(now.minus(Duration.ofDays(92))).stream()
        .filter(one -> one.role() == Role.OPERATOR || one.role() == Role.ENGINEER)
        .map(one -> one.at())
        .max(Comparator.naturalOrder())
        .map(at -> Rounded.tenths(Duration.between(at, now).toMinutes() / 1_440.0));
  }
}
