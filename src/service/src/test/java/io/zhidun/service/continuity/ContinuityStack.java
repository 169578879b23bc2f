package io.zhidun.service.continuity;

import io.zhidun.service.alert.AlertStack;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.ProtectionTrail;
import io.zhidun.service.asset.TestInventory;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.compliance.evidence.BackupStates;
import io.zhidun.service.compliance.evidence.Collector;
import io.zhidun.service.continuity.Exercise.Outcome;
import io.zhidun.service.store.Durability;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import io.zhidun.trust.keys.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feature wired by hand on a database. */
public final class ContinuityStack {
  final Inventory inventory;
  final Plans plans;
  final Exercises exercises;
  final ExerciseRepository repository;
  final ContinuityViews views;
  final ContinuityAlerts alerts;
  final KeyVault keys;
  final List<AuditEntry> trail = new CopyOnWriteArrayList<>();

  /**
   * @param folder of the keys, made where it is not there
   * @param states null where no backups run
   */
  public ContinuityStack(DataSource source, Path folder, @Nullable BackupStates states, Clock clock)
      throws IOException {
    JdbcTemplate template = new JdbcTemplate(source);
    JdbcClient jdbc = JdbcClient.create(template);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    Durability durability = new Durability(source, jdbc);
    inventory =
        TestInventory.of(template, jdbc, transaction, durability, new ProtectionTrail(entry -> {}));
    keys = vault(folder, clock.instant());
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    if (states != null) {
      beans.addBean("states", states);
    }
    PlanRepository versions = new PlanRepository(jdbc);
    plans = new Plans(versions, inventory, trail::add, transaction, durability, clock);
    repository = new ExerciseRepository(jdbc);
    Standing standing =
        new Standing(beans.getBeanProvider(BackupStates.class), plans, repository, clock);
    exercises =
        new Exercises(
            repository,
            plans,
            new Checking(standing),
            standing,
            RecoveryLevels.shipped(),
            keys,
            trail::add,
            transaction,
            durability,
            clock);
    Overdue overdue = new Overdue(inventory, versions, repository, clock);
    views =
        new ContinuityViews(plans, repository, standing, overdue, RecoveryLevels.shipped(), clock);
    alerts = new ContinuityAlerts(overdue, inventory, new AlertStack(source, clock).book, clock);
  }

  private static KeyVault vault(Path folder, Instant now) throws IOException {
    Files.createDirectories(folder);
    Path lock = folder.resolve("lock");
    SecureRandom random = new SecureRandom();
    return FileKeyVault.openOrCreate(
        folder.resolve("vault"),
        Files.exists(lock) ? KeyLock.keyFile(lock) : KeyLock.newKeyFile(lock, random),
        now.truncatedTo(ChronoUnit.SECONDS),
        random);
  }

  /** What exercises prove, as evidence. */
  public Collector collector() {
    return new ContinuityLooks(repository);
  }

  static PlanForm.StepForm step(String title, int minutes, Check check, boolean service) {
    return new PlanForm.StepForm(title, "", "值班长", minutes, check.label(), service);
  }

  static PlanForm form(int basedOn, List<PlanForm.StepForm> steps) {
    return new PlanForm(
        basedOn,
        "年度修订",
        "审查系统切换预案",
        5,
        240,
        15,
        183,
        new PlanForm.Ranks(2, 2, 2, 2, 2),
        List.of(new PlanForm.RoleForm("值班长", "张三", "8001")),
        steps,
        List.of(step("切回原主库", 30, Check.NONE, false)));
  }

  /** Adds a plan of two steps of people; the service is back after the second. */
  public void plan(String system) {
    int based = plans.newest(system).map(PlanVersion::version).orElse(0);
    plans.add(
        system,
        form(
            based,
            List.of(
                step("停止主库写入", 10, Check.NONE, false), step("提升备库并切换业务", 30, Check.NONE, true))),
        "engineer");
  }

  /**
   * Conducts a switch-over in which all goes well.
   *
   * @param passing lets the time pass that a step takes
   */
  public void switchOver(String system, Consumer<Duration> passing) {
    Exercise begun = exercises.start(system, Exercise.SWITCH_OVER, "主机房断电", "engineer");
    for (int step = 1; step <= 2; step++) {
      exercises.begin(begun.id(), step, "engineer");
      passing.accept(Duration.ofMinutes(12));
      exercises.end(begun.id(), step, Outcome.DONE, "", "engineer");
    }
    exercises.complete(begun.id(), "按计划切换", Duration.ofSeconds(3), List.of(), "engineer");
  }
}
