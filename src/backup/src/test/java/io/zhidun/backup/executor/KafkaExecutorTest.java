package io.zhidun.backup.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zhidun.backup.drill.Drill;
import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.drill.KafkaTrial;
import io.zhidun.backup.executor.KafkaRestore.Change;
import io.zhidun.backup.executor.KafkaRestore.Outcome;
import io.zhidun.backup.policy.Policies;
import io.zhidun.backup.repository.BackupWriter;
import io.zhidun.backup.repository.ChunkSize;
import io.zhidun.backup.repository.Heading;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.TestRepository;
import io.zhidun.backup.storage.DirectoryTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real broker with an authorizer, and another that is empty. */
class KafkaExecutorTest {
  private static final TopicPartition EVENTS = new TopicPartition("events", 1);

  @TempDir Path folder;

  @Test
  void topicsListsAndOffsetsComeBackInAnEmptyClusterAndNothingIsOverwritten() throws Exception {
    Repository repository =
        TestRepository.of(new DirectoryTarget(Files.createDirectory(folder.resolve("s")), false));
    Manifest manifest;
    try (TestBroker broker = new TestBroker(folder.resolve("full"))) {
      try (Admin admin = broker.options().connect()) {
        fill(admin);
      }
      manifest = backUp(broker, repository);
    }
    assertThat(manifest.facts().measures())
        .extracting(Measure::name, Measure::rows)
        .containsExactly(tuple("topics", 2L), tuple("acls", 1L), tuple("offsets", 1L));
    assertThat(drill(repository, manifest).faults()).isEmpty();

    Path restored = folder.resolve("restored");
    new KafkaExecutor(new KafkaOptions("127.0.0.1:1", null))
        .restore(
            manifest,
            offset -> repository.open(manifest, offset, ProgressMeter.silent()),
            restored);
    KafkaState state = KafkaExecutor.read(restored);
    assertThat(state.json()).isEqualTo(KafkaState.parse(state.json()).json());
    try (TestBroker empty = new TestBroker(folder.resolve("empty"));
        Admin admin = empty.options().connect()) {
      List<Change> changes = KafkaRestore.apply(state, empty.options());

      assertThat(changes)
          .extracting(Change::what, Change::outcome)
          .containsExactly(
              tuple("topic", Outcome.CREATED),
              tuple("topic", Outcome.CREATED),
              tuple("acl", Outcome.CREATED),
              tuple("group", Outcome.CREATED));
      assertThat(changes.get(3).words()).contains("is set to 42, beyond its end at 0");
      KafkaState now = new KafkaReader(admin).read();
      assertThat(now.measures()).isEqualTo(manifest.facts().measures());

      admin.createPartitions(Map.of("plain", NewPartitions.increaseTo(2))).all().get();
      offset(admin, 7);
      List<Change> again = KafkaRestore.apply(state, empty.options());

      assertThat(again)
          .extracting(Change::name, Change::outcome, Change::words)
          .contains(
              tuple("events", Outcome.THERE, ""),
              tuple("plain", Outcome.DIFFERS, "has 2 partitions, the backup 1"),
              tuple("readers", Outcome.DIFFERS, "events-1 is at 7, the backup at 42"));
      assertThat(new KafkaReader(admin).group("readers").offsets().get(0).offset()).isEqualTo(7);
    }
  }

  private static void fill(Admin admin) throws Exception {
    NewTopic events = new NewTopic("events", 3, (short) 1);
    events.configs(Map.of("retention.ms", "86400000"));
    admin.createTopics(List.of(events, new NewTopic("plain", 1, (short) 1))).all().get();
    AclBinding acl =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, "events", PatternType.LITERAL),
            new AccessControlEntry("User:reader", "*", AclOperation.READ, AclPermissionType.ALLOW));
    admin.createAcls(List.of(acl)).all().get();
    offset(admin, 42);
  }

  private static void offset(Admin admin, long offset) throws Exception {
    admin
        .alterConsumerGroupOffsets("readers", Map.of(EVENTS, new OffsetAndMetadata(offset, "m")))
        .all()
        .get();
  }

  private static Manifest backUp(TestBroker broker, Repository repository) throws Exception {
    KafkaExecutor executor = new KafkaExecutor(broker.options());
    Heading heading =
        new Heading("zhidun", "stream", executor.kind(), "T2", "1", "b1", TestRepository.BEGUN);
    try (BackupWriter out =
        repository.begin(heading, ChunkSize.LEAST, null, ProgressMeter.silent())) {
      return out.finish(executor.backUp(out), TestRepository.DONE);
    }
  }

  private DrillRecord drill(Repository repository, Manifest manifest) throws Exception {
    return new Drill(repository, Clock.systemUTC())
        .run(
            "d1",
            "schedule",
            manifest,
            Policies.shipped().tier("T2"),
            new KafkaTrial(new KafkaOptions("127.0.0.1:1", null)),
            List.of(),
            Instant.now(),
            Files.createDirectory(folder.resolve("drill")),
            ProgressMeter.silent());
  }
}
