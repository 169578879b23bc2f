package io.zhidun.backup.executor;

import io.zhidun.backup.executor.KafkaState.Acl;
import io.zhidun.backup.executor.KafkaState.Group;
import io.zhidun.backup.executor.KafkaState.Offset;
import io.zhidun.backup.executor.KafkaState.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.jspecify.annotations.Nullable;

/** Reads the state of a Kafka; its own topics, which it makes by itself, are left out. */
final class KafkaReader {
  private static final int MOST = 10_000;

  private final Admin admin;

  KafkaReader(Admin admin) {
    this.admin = admin;
  }

  KafkaState read() throws IOException, InterruptedException {
    String cluster = KafkaAnswers.of(admin.describeCluster().clusterId());
    return new KafkaState(KafkaState.FORMAT, cluster, topics(), acls(), groups());
  }

  List<Topic> topics() throws IOException, InterruptedException {
    Collection<String> names = new TreeSet<>(KafkaAnswers.of(admin.listTopics().names()));
    require("topics", names.size());
    Map<String, TopicDescription> described =
        KafkaAnswers.of(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> settings =
        KafkaAnswers.of(
            admin
                .describeConfigs(
                    names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all());
    Map<TopicPartition, Long> first = offsets(described.values(), OffsetSpec.earliest());
    Map<TopicPartition, Long> next = offsets(described.values(), OffsetSpec.latest());
    List<Topic> topics = new ArrayList<>();
    for (TopicDescription topic : described.values()) {
      topics.add(
          new Topic(
              topic.name(),
              topic.partitions().size(),
              topic.partitions().get(0).replicas().size(),
              own(settings.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))),
              inOrder(topic, first),
              inOrder(topic, next)));
    }
    return topics;
  }

  private static void require(String what, int count) throws IOException {
    if (count > MOST) {
      throw new IOException("at most " + MOST + ' ' + what + " are taken, here are " + count);
    }
  }

  private static TreeMap<String, String> own(@Nullable Config config) {
    TreeMap<String, String> own = new TreeMap<>();
    if (config != null) {
      for (ConfigEntry entry : config.entries()) {
        if (entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG && entry.value() != null) {
          own.put(entry.name(), entry.value());
        }
      }
    }
    return own;
  }

  private Map<TopicPartition, Long> offsets(Collection<TopicDescription> topics, OffsetSpec which)
      throws IOException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (TopicDescription topic : topics) {
      topic
          .partitions()
          .forEach(p -> wanted.put(new TopicPartition(topic.name(), p.partition()), which));
    }
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> one :
        KafkaAnswers.of(admin.listOffsets(wanted).all()).entrySet()) {
      offsets.put(one.getKey(), one.getValue().offset());
    }
    return offsets;
  }

  private static List<Long> inOrder(TopicDescription topic, Map<TopicPartition, Long> offsets) {
    return topic.partitions().stream()
        .map(p -> offsets.getOrDefault(new TopicPartition(topic.name(), p.partition()), -1L))
        .toList();
  }

  /** Null where the cluster has no authorizer. */
  @Nullable List<Acl> acls() throws IOException, InterruptedException {
    try {
      return KafkaAnswers.of(admin.describeAcls(AclBindingFilter.ANY).values()).stream()
          .map(Acl::of)
          .toList();
    } catch (IOException e) {
      if (e.getCause() instanceof SecurityDisabledException) {
        return null;
      }
      throw e;
    }
  }

  List<Group> groups() throws IOException, InterruptedException {
    List<Group> groups = new ArrayList<>();
    Collection<GroupListing> found =
        KafkaAnswers.of(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all());
    require("consumer groups", found.size());
    for (GroupListing group : found) {
      groups.add(group(group.groupId()));
    }
    return groups;
  }

  /** A group that is not there has no offsets. */
  Group group(String id) throws IOException, InterruptedException {
    List<Offset> offsets = new ArrayList<>();
    for (Map.Entry<TopicPartition, OffsetAndMetadata> one :
        KafkaAnswers.of(admin.listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata())
            .entrySet()) {
      if (one.getValue() != null) {
        offsets.add(
            new Offset(
                one.getKey().topic(),
                one.getKey().partition(),
                one.getValue().offset(),
                one.getValue().metadata()));
      }
    }
    return new Group(id, offsets);
  }
}
