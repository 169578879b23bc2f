package io.zhidun.backup.executor;

import io.zhidun.backup.executor.KafkaState.Acl;
import io.zhidun.backup.executor.KafkaState.Group;
import io.zhidun.backup.executor.KafkaState.Offset;
import io.zhidun.backup.executor.KafkaState.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts the state of a Kafka into a cluster that lacks it: makes topics and access control lists and
 * sets the offsets of groups. What is there already stays as it is and is told.
 */
public final class KafkaRestore {
  private final Admin admin;
  private final KafkaReader reader;
  private final List<Change> changes = new ArrayList<>();

  private KafkaRestore(Admin admin) {
    this.admin = admin;
    this.reader = new KafkaReader(admin);
  }

  /** How one thing fared. */
  public enum Outcome {
    CREATED,
    THERE,
    DIFFERS,
    FAILED
  }

  /**
   * @param what topic, acl or group
   * @param words what is to be known of it, else ""
   */
  public record Change(String what, String name, Outcome outcome, String words) {}

  /** Puts a state into a cluster; a thing that fails keeps no other from being put there. */
  public static List<Change> apply(KafkaState state, KafkaOptions options)
      throws IOException, InterruptedException {
    try (Admin admin = options.connect()) {
      KafkaRestore restore = new KafkaRestore(admin);
      restore.topics(state.topics());
      restore.acls(state.acls() == null ? List.of() : state.acls());
      restore.groups(state.groups());
      return restore.changes;
    }
  }

  private void tell(String what, String name, Outcome outcome, String words) {
    changes.add(new Change(what, name, outcome, words));
  }

  private void topics(List<Topic> wanted) throws IOException, InterruptedException {
    Map<String, Topic> there = byName(reader.topics());
    int brokers = KafkaAnswers.of(admin.describeCluster().nodes()).size();
    for (Topic topic : wanted) {
      Topic now = there.get(topic.name());
      if (now != null) {
        String differences = differences(topic, now);
        tell(
            "topic",
            topic.name(),
            differences.isEmpty() ? Outcome.THERE : Outcome.DIFFERS,
            differences);
      } else {
        create(topic, brokers);
      }
    }
  }

  private static Map<String, Topic> byName(List<Topic> topics) {
    return topics.stream().collect(Collectors.toMap(Topic::name, Function.identity()));
  }

  private static String differences(Topic wanted, Topic now) {
    List<String> words = new ArrayList<>();
    if (wanted.partitions() != now.partitions()) {
      words.add("has " + now.partitions() + " partitions, the backup " + wanted.partitions());
    }
    if (wanted.replication() != now.replication()) {
      words.add("has replication " + now.replication() + ", the backup " + wanted.replication());
    }
    if (!wanted.settings().equals(now.settings())) {
      words.add("has settings " + now.settings() + ", the backup " + wanted.settings());
    }
    return String.join("; ", words);
  }

  private void create(Topic topic, int brokers) throws InterruptedException {
    int replication = Math.min(topic.replication(), brokers);
    NewTopic made =
        new NewTopic(topic.name(), topic.partitions(), (short) replication)
            .configs(topic.settings());
    try {
      KafkaAnswers.of(admin.createTopics(List.of(made)).all());
      String words =
          replication == topic.replication()
              ? ""
              : "replication %d instead of %d: the cluster has no more brokers"
                  .formatted(replication, topic.replication());
      tell("topic", topic.name(), Outcome.CREATED, words);
    } catch (IOException e) {
      tell("topic", topic.name(), Outcome.FAILED, e.getMessage() + "");
    }
  }

  private void acls(List<Acl> wanted) throws IOException, InterruptedException {
    if (wanted.isEmpty()) {
      return;
    }
    List<Acl> found = reader.acls();
    if (found == null) {
      tell("acl", "*", Outcome.FAILED, "the cluster has no authorizer");
      return;
    }
    Set<Acl> there = new HashSet<>(found);
    for (Acl acl : wanted) {
      String name = acl.binding().toString();
      if (there.contains(acl)) {
        tell("acl", name, Outcome.THERE, "");
        continue;
      }
      try {
        KafkaAnswers.of(admin.createAcls(List.of(acl.binding())).all());
        tell("acl", name, Outcome.CREATED, "");
      } catch (IOException e) {
        tell("acl", name, Outcome.FAILED, e.getMessage() + "");
      }
    }
  }

  private void groups(List<Group> wanted) throws IOException, InterruptedException {
    Map<String, Topic> topics = byName(reader.topics());
    for (Group group : wanted) {
      try {
        group(group, topics);
      } catch (IOException e) {
        tell("group", group.id(), Outcome.FAILED, e.getMessage() + "");
      }
    }
  }

  private void group(Group group, Map<String, Topic> topics)
      throws IOException, InterruptedException {
    Map<TopicPartition, Long> there = new HashMap<>();
    for (Offset offset : reader.group(group.id()).offsets()) {
      there.put(new TopicPartition(offset.topic(), offset.partition()), offset.offset());
    }
    Map<TopicPartition, OffsetAndMetadata> missing = new HashMap<>();
    List<String> words = new ArrayList<>();
    int different = 0;
    int lost = 0;
    for (Offset offset : group.offsets()) {
      TopicPartition at = new TopicPartition(offset.topic(), offset.partition());
      Topic topic = topics.get(offset.topic());
      Long now = there.get(at);
      if (now != null) {
        if (now != offset.offset()) {
          different++;
          words.add(at + " is at " + now + ", the backup at " + offset.offset());
        }
      } else if (topic == null || offset.partition() >= topic.partitions()) {
        lost++;
        words.add(at + " is not there");
      } else {
        missing.put(at, new OffsetAndMetadata(offset.offset(), offset.metadata()));
        long next = topic.next().get(offset.partition());
        if (offset.offset() > next) {
          words.add(at + " is set to " + offset.offset() + ", beyond its end at " + next);
        }
      }
    }
    if (!missing.isEmpty()) {
      KafkaAnswers.of(admin.alterConsumerGroupOffsets(group.id(), missing).all());
    }
    Outcome outcome =
        lost > 0
            ? Outcome.FAILED
            : different > 0 ? Outcome.DIFFERS : missing.isEmpty() ? Outcome.THERE : Outcome.CREATED;
    tell("group", group.id(), outcome, String.join("; ", words));
  }
}
