package io.zhidun.service.ruleset;

import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL;
import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL_ID;
import static io.zhidun.service.ruleset.SiteRuleTexts.WEB_SCAN;
import static io.zhidun.service.ruleset.SiteRuleTexts.tool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.events.Json;
import io.zhidun.events.LiveRule;
import io.zhidun.events.LiveRuleSet;
import io.zhidun.events.Topics;
import io.zhidun.service.RunningService;
import io.zhidun.service.intake.TestBroker;
import io.zhidun.service.ruleset.RuleTrail.Action;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class RulePublisherIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path data;
  private TestBroker broker;
  private RunningService service;

  @BeforeEach
  void start() throws Exception {
    broker = new TestBroker();
    service = startService();
  }

  private RunningService startService() throws Exception {
    return RunningService.start(
        Map.of(
            "spring.datasource.url",
            "jdbc:h2:file:" + data.resolve("zhidun"),
            "zhidun.intake.enabled",
            "true",
            "zhidun.intake.kafka",
            broker.address(),
            "zhidun.rules.kafka",
            broker.address(),
            "zhidun.rules.look-again",
            "1s"));
  }

  @AfterEach
  void stop() throws Exception {
    service.close();
    broker.close();
  }

  @Test
  void publishesTextsThenTheSetAsOneTransaction() throws Exception {
    broker.createTopic(Topics.RULES, 1);
    activate(tool(), Change.of(Change.Kind.DISABLE, WEB_SCAN));

    List<ConsumerRecord<byte[], byte[]>> records = read(2);

    assertThat(records).extracting(record -> text(record.key())).containsExactly(TOOL_ID, "set");
    LiveRule rule = Json.mapper().readValue(records.get(0).value(), LiveRule.class);
    assertThat(rule).isEqualTo(LiveRule.of(TOOL_ID, "scanner.yml", TOOL));
    LiveRuleSet set = Json.mapper().readValue(records.get(1).value(), LiveRuleSet.class);
    assertThat(set.number()).isEqualTo(1);
    assertThat(set.author()).isEqualTo("engineer");
    assertThat(set.approver()).isEqualTo("operator");
    assertThat(set.rules()).containsExactly(new LiveRuleSet.Member(TOOL_ID, rule.version()));
    assertThat(set.disabled()).isEqualTo(Set.of(WEB_SCAN));
    await().atMost(PATIENCE).until(() -> published() == 1);
  }

  @Test
  void publishesOnceTheTopicIsThereAndAgainWhenItWasMadeAnew() throws Exception {
    activate(tool());
    assertThat(published()).isZero();
    broker.createTopic(Topics.RULES, 1);
    assertThat(read(2)).hasSize(2);
    await().atMost(PATIENCE).until(() -> published() == 1);

    broker.deleteTopic(Topics.RULES);
    broker.createTopic(Topics.RULES, 1);

    assertThat(read(2)).extracting(record -> text(record.key())).containsExactly(TOOL_ID, "set");
  }

  @Test
  void whatWasCommittedAndNotPublishedGoesOutAtTheNextStart() throws Exception {
    broker.createTopic(Topics.RULES, 1);
    activate(tool());
    read(2);
    await().atMost(PATIENCE).until(() -> published() == 1);
    // As if the process had died between the commit and the publication.
    service.bean(JdbcClient.class).sql("update rule_set_counter set published_number = 0").update();
    service.close();

    service = startService();

    List<ConsumerRecord<byte[], byte[]>> records = read(4);
    assertThat(records.get(3).value()).isEqualTo(records.get(1).value());
    await().atMost(PATIENCE).until(() -> published() == 1);
  }

  private void activate(Change... changes) {
    Proposals proposals = service.bean(Proposals.class);
    long id =
        proposals.create(
            new Proposals.Draft("scanner", "", List.of(changes)), "engineer", Action.CREATED);
    proposals.propose(id, "engineer");
    proposals.approve(id, 1, "operator", "");
  }

  private long published() {
    return service.bean(RuleSetRepository.class).counter().published();
  }

  /** The first records that a reader of committed transactions sees. */
  private List<ConsumerRecord<byte[], byte[]>> read(int count) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker.address());
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      TopicPartition partition = new TopicPartition(Topics.RULES, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (records.size() < count && System.nanoTime() < until) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    assertThat(records).hasSize(count);
    return records;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
