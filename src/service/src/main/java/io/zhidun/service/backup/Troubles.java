package io.zhidun.service.backup;

import io.zhidun.backup.health.BackupHealth;
import io.zhidun.backup.health.Problem;
import io.zhidun.backup.run.BackupConfig;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Severity;
import io.zhidun.service.backup.SourceLook.Away;
import io.zhidun.service.backup.SourceLook.Seen;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Judges what is known of the sources by the time that it is now. */
@Component
class Troubles {
  private final Installation installation;
  private final Looks looks;
  private final Clock clock;

  Troubles(Installation installation, Looks looks, Clock clock) {
    this.installation = installation;
    this.looks = looks;
    this.clock = clock;
  }

  /** All, the worst first. */
  List<Trouble> all() {
    List<Trouble> all = new ArrayList<>();
    List<SourceLook> known = looks.known();
    if (known.isEmpty()) {
      installation.fault().ifPresent(fault -> all.add(unusable(fault)));
    }
    known.forEach(look -> all.addAll(of(look)));
    all.sort(Comparator.comparing(Trouble::severity).reversed());
    return List.copyOf(all);
  }

  /** Those of one source. */
  List<Trouble> of(SourceLook look) {
    List<Trouble> found = new ArrayList<>();
    Seen seen = look.seen();
    if (seen != null) {
      new BackupHealth(config().policies())
          .problems(List.of(seen.state()), clock.instant())
          .forEach(problem -> found.add(Trouble.of(problem)));
    }
    Away away = look.away();
    if (away != null) {
      Trouble trouble = away.damaged() ? damaged(look, away) : away(look, away);
      if (found.stream().noneMatch(one -> one.code().equals(trouble.code()))) {
        found.add(trouble);
      }
    }
    return List.copyOf(found);
  }

  private BackupConfig config() {
    try {
      return installation.readConfig();
    } catch (IOException e) {
      throw new IllegalStateException("a source is known only when the configuration was read", e);
    }
  }

  private static Trouble damaged(SourceLook look, Away away) {
    return new Trouble(
        Trouble.code(Problem.Code.CONTENT_DAMAGED),
        Severity.CRITICAL,
        look.source().system(),
        look.source().name(),
        new BilingualText(
            "备份目标上的内容与写入时不一致：" + away.words(),
            "what lies on a target is not what was written: " + away.words()));
  }

  private static Trouble away(SourceLook look, Away away) {
    return new Trouble(
        Trouble.TARGET_AWAY,
        Severity.HIGH,
        look.source().system(),
        look.source().name(),
        new BilingualText("备份目标无法访问：" + away.words(), "a target does not answer: " + away.words()));
  }

  private static Trouble unusable(String fault) {
    return new Trouble(
        Trouble.UNUSABLE,
        Severity.CRITICAL,
        "*",
        "*",
        new BilingualText(
            "备份配置不可用：" + fault, "the backups' configuration cannot be used: " + fault));
  }
}
