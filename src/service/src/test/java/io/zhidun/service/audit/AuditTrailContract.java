package io.zhidun.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zhidun.service.MutableClock;
import io.zhidun.service.store.Durability;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import io.zhidun.trust.keys.KeyUse;
import io.zhidun.trust.keys.KeyVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds of the audit trail on every database. */
abstract class AuditTrailContract {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SEAL_EVERY = 20;

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T12:00:00Z"));
  @TempDir private Path folder = Path.of("");
  private final List<Object> told = new ArrayList<>();
  private HikariDataSource source;
  private JdbcClient jdbc;
  private TransactionTemplate transaction;
  private KeyVault keys;
  private AuditRepository repository;
  private ChainedAuditTrail trail;
  private AuditVerification verification;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() throws Exception {
    source = dataSource();
    jdbc = JdbcClient.create(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    KeyLock lock = KeyLock.newKeyFile(folder.resolve("lock"), RANDOM);
    keys = FileKeyVault.create(folder.resolve("vault"), lock, clock.instant(), RANDOM);
    repository = new AuditRepository(jdbc);
    trail = trail();
    verification =
        new AuditVerification(
            repository,
            keys,
            new SealWitness(properties()),
            told::add,
            new SimpleMeterRegistry(),
            clock);
  }

  /** Another one over the same database, as after a restart. */
  private ChainedAuditTrail trail() {
    return new ChainedAuditTrail(
        repository,
        keys,
        properties(),
        new SealWitness(properties()),
        transaction,
        new Durability(source, jdbc),
        clock);
  }

  private AuditProperties properties() {
    return new AuditProperties(
        SEAL_EVERY, Duration.ofMinutes(10), folder.resolve("witness").toString());
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void keepsWhoDidWhat() {
    trail.record(
        new AuditEntry(
            new AuditActor("张工", "engineer", "192.0.2.7"),
            "ruleset.activate",
            "proposal",
            "7",
            AuditOutcome.SUCCESS,
            Map.of("set", "3", "note", "quote \" and \u0000 and \ud800")));

    AuditRow row = repository.find(0).orElseThrow();
    assertThat(row.content())
        .isEqualTo(
            "{\"actor\":{\"account\":\"张工\",\"role\":\"engineer\",\"address\":\"192.0.2.7\"},"
                + "\"action\":\"ruleset.activate\",\"object\":{\"type\":\"proposal\",\"id\":\"7\"},"
                + "\"outcome\":\"success\",\"detail\":{\"note\":\"quote \\\" and \ufffd and \ufffd\","
                + "\"set\":\"3\"}}");
    assertThat(row.at()).isEqualTo(clock.instant());
    assertThat(verified().intact()).isTrue();
  }

  @Test
  void hasNoGapsWhenManyWriteAtOnceAndSomeAreRolledBack() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      writers.add(
          threads.submit(
              () -> {
                for (int n = 0; n < 20; n++) {
                  boolean fails = n % 5 == 0;
                  transaction.executeWithoutResult(
                      status -> {
                        write("alert.note");
                        if (fails) {
                          status.setRollbackOnly();
                        }
                      });
                }
              }));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    threads.shutdown();

    assertThat(entries()).isEqualTo(4 * 16);
    long size = repository.standing().size();
    assertThat(
            jdbc.sql("select sequence from audit_record order by sequence")
                .query(Long.class)
                .list())
        .isEqualTo(LongStream.range(0, size).boxed().toList());
    AuditVerification.Result result = verified();
    assertThat(result.fault()).isNull();
    assertThat(result).returns(size, AuditVerification.Result::records);
    assertThat(result.seals()).isEqualTo(3);
  }

  @Test
  void standsWithTheChangeItIsOfOrNotAtAll() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      write("alert.resolve");
                      throw new IllegalStateException("the change failed");
                    }))
        .hasMessage("the change failed");
    assertThat(repository.standing().size()).isZero();
  }

  @Test
  void sealsEverySoManyRecordsAndWithinATime() {
    write("alert.note");
    trail.sealOld();
    assertThat(repository.standing().unsealed()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(10));
    trail.sealOld();
    trail.sealOld();
    assertThat(repository.standing())
        .returns(2L, AuditRepository.Standing::size)
        .returns(0L, AuditRepository.Standing::unsealed);
    for (int i = 0; i < SEAL_EVERY; i++) {
      write("alert.note");
    }
    assertThat(repository.standing().unsealed()).isZero();
    assertThat(verified().sealed()).isEqualTo(2 + SEAL_EVERY);
  }

  @Test
  void goesOnAfterARestartAndAfterItsKeyWasChanged() throws Exception {
    write("alert.note");
    trail.recordAndSeal(entry("audit.export"));
    keys.rotate(KeyUse.SIGNING, clock.instant());
    trail = trail();
    trail.recordAndSeal(entry("audit.export"));

    assertThat(verified())
        .returns(true, AuditVerification.Result::intact)
        .returns(2L, AuditVerification.Result::seals)
        .returns(5L, AuditVerification.Result::records);
  }

  @Test
  void whatIsChangedInTheTableIsFound() {
    fill();
    Map<String, String> changes = new HashMap<>();
    changes.put(
        "update audit_record set content = replace(content, 'note', 'nope') where sequence = 5",
        "changed");
    changes.put(
        "update audit_record set happened_at = happened_at + 1000 where sequence = 5", "changed");
    changes.put("update audit_record set account = 'nobody' where sequence = 5", "changed");
    changes.put("update audit_record set content = 'no json' where sequence = 5", "changed");
    changes.put("update audit_record set kind = 'checkpoint' where sequence = 5", "changed");
    changes.put("update audit_record set hash = previous where sequence = 5", "changed");
    changes.put("delete from audit_record where sequence in (5, 6)", "removed");
    changes.put("delete from audit_record where sequence >= 5", "truncated");
    changes.forEach(
        (sql, kind) ->
            transaction.executeWithoutResult(
                status -> {
                  jdbc.sql(sql).update();
                  assertThat(verified().fault())
                      .as(sql)
                      .returns(kind, AuditTrailRead.Fault::kind)
                      .returns(5L, AuditTrailRead.Fault::sequence);
                  status.setRollbackOnly();
                }));
    assertThat(told).hasSize(changes.size());
    assertThat(verified().intact()).isTrue();
    assertThat(told.get(changes.size()))
        .isEqualTo(new AuditTrailRead(clock.instant(), repository.standing().name(), null));
  }

  @Test
  void whoWritesOnlyTheDatabaseCanNeitherCutTheTrailNorPutAnotherInItsPlace() {
    write("alert.note");
    AuditRepository.Standing one = repository.standing();
    fill();
    jdbc.sql("delete from audit_record where sequence > 0").update();
    jdbc.sql("update audit_position set size = 1, head = ?, peaks = ?, sealed_size = 0")
        .params(one.head(), one.peaks())
        .update();
    assertThat(verified().fault())
        .returns("truncated", AuditTrailRead.Fault::kind)
        .returns(1L, AuditTrailRead.Fault::sequence);
    fill();
    fill();
    assertThat(verified().fault()).returns("rewritten", AuditTrailRead.Fault::kind);

    jdbc.sql("delete from audit_record").update();
    jdbc.sql(
            "update audit_position set name = '', size = 0, head = '', peaks = '', sealed_size = 0")
        .update();
    fill();
    fill();
    assertThat(verified().fault()).returns("rewritten", AuditTrailRead.Fault::kind);
  }

  @Test
  void isFoundByWhoWhatAndWhen() {
    fill();
    clock.advance(Duration.ofHours(1));
    trail.record(entry("session.sign-in"));
    assertThat(found(new AuditFilter(null, null, "operator", "alert.", null, null))).hasSize(25);
    assertThat(found(new AuditFilter(null, null, null, "session.sign-in", null, null)))
        .containsExactly(26L);
    assertThat(found(new AuditFilter(clock.instant(), null, null, null, "thing", "7"))).hasSize(1);
    assertThat(found(new AuditFilter(null, null, "nobody", null, null, null))).isEmpty();
    assertThat(found(new AuditFilter(null, null, null, "alert", null, null))).isEmpty();
  }

  @Test
  void readsAsAFileThatVerifiesOffline() throws Exception {
    fill();
    AuditRepository.Standing standing = repository.standing();
    try (StoredTrail lines = new StoredTrail(repository, standing.name(), standing.size())) {
      List<String> text = new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(text).hasSize(27);
      assertThat(text.get(0)).startsWith("{\"trail\":{\"version\":1,\"name\":\"service-");
      assertThat(text.get(21)).contains("\"kind\":\"checkpoint\"");
    }
  }

  @Test
  void entriesAreBoundedAndNamedByRule() {
    String wide = "字\u0001".repeat(10_000);
    Map<String, String> detail = new HashMap<>();
    for (char c = 'a'; c < 'a' + 16; c++) {
      detail.put(String.valueOf(c), wide);
    }
    trail.record(AuditEntry.by("operator", "alert.note", "alert", wide, detail));
    assertThat(verified().intact()).isTrue();
    assertThatThrownBy(() -> entry("Sign in")).hasMessageContaining("dotted lower-case words");
    detail.put("one-more", "");
    assertThatThrownBy(() -> AuditEntry.by("operator", "alert.note", "alert", 1, detail))
        .hasMessageContaining("at most 16 details, not 17");
  }

  /** 25 entries; record 20 is the checkpoint. */
  private void fill() {
    for (int i = 0; i < 25; i++) {
      write("alert.note");
    }
  }

  private void write(String action) {
    trail.record(entry(action));
  }

  private static AuditEntry entry(String action) {
    return AuditEntry.by("operator", action, "thing", 7, Map.of());
  }

  private List<Long> found(AuditFilter filter) {
    List<Long> found =
        repository.latest(filter, Long.MAX_VALUE, 100).stream().map(AuditRow::sequence).toList();
    assertThat(repository.count(filter)).isEqualTo(found.size());
    return found;
  }

  private long entries() {
    return jdbc.sql("select count(*) from audit_record where kind = 'entry'")
        .query(Long.class)
        .single();
  }

  private AuditVerification.Result verified() {
    verification.verify();
    return verification.last().orElseThrow();
  }
}
