package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Measure;
import io.zhidun.events.Json;
import io.zhidun.trust.Sm3;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a Kafka is besides its records. As JSON it is always the same text for the same state: all
 * lists and members have one order.
 *
 * @param cluster id of the one it was read from
 * @param acls null where the cluster has no authorizer
 */
public record KafkaState(
    int format, String cluster, List<Topic> topics, @Nullable List<Acl> acls, List<Group> groups) {
  static final int FORMAT = 1;

  public KafkaState {
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "a Kafka's state of format " + format + "; this version reads " + FORMAT);
    }
    topics = topics.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    acls = acls == null ? null : acls.stream().sorted(Acl::compareTo).toList();
    groups = groups.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
  }

  /**
   * @param settings those that are the topic's own and not the broker's defaults
   * @param first oldest offset of each partition
   * @param next offset of the record that will come next to each partition
   */
  public record Topic(
      String name,
      int partitions,
      int replication,
      SortedMap<String, String> settings,
      List<Long> first,
      List<Long> next) {
    public Topic {
      settings = new TreeMap<>(settings);
      first = List.copyOf(first);
      next = List.copyOf(next);
    }
  }

  /** Who may do what to what; the words are Kafka's. */
  public record Acl(
      ResourceType type,
      PatternType pattern,
      String name,
      String principal,
      String host,
      AclOperation operation,
      AclPermissionType permission)
      implements Comparable<Acl> {
    static Acl of(AclBinding binding) {
      return new Acl(
          binding.pattern().resourceType(),
          binding.pattern().patternType(),
          binding.pattern().name(),
          binding.entry().principal(),
          binding.entry().host(),
          binding.entry().operation(),
          binding.entry().permissionType());
    }

    AclBinding binding() {
      return new AclBinding(
          new ResourcePattern(type, name, pattern),
          new AccessControlEntry(principal, host, operation, permission));
    }

    @Override
    public int compareTo(Acl other) {
      return toString().compareTo(other.toString());
    }
  }

  /** A consumer group and how far it has come. */
  public record Group(String id, List<Offset> offsets) {
    public Group {
      offsets =
          offsets.stream()
              .sorted(
                  java.util.Comparator.comparing(Offset::topic).thenComparing(Offset::partition))
              .toList();
    }
  }

  /** The offset of the record that the group reads next. */
  public record Offset(String topic, int partition, long offset, String metadata) {}

  byte[] json() {
    return Json.mapper().writeValueAsBytes(this);
  }

  static KafkaState parse(byte[] json) throws IOException {
    try {
      return Json.mapper().readValue(json, KafkaState.class);
    } catch (JacksonException e) {
      throw new IOException("not the state of a Kafka: " + e.getOriginalMessage(), e);
    }
  }

  /** What a restore is compared by. */
  List<Measure> measures() {
    long offsets = groups.stream().mapToLong(group -> group.offsets().size()).sum();
    List<Topic> lasting =
        topics.stream()
            .map(
                t ->
                    new Topic(
                        t.name(),
                        t.partitions(),
                        t.replication(),
                        t.settings(),
                        List.of(),
                        List.of()))
            .toList();
    return List.of(
        measure("topics", topics.size(), lasting),
        measure("acls", acls == null ? 0 : acls.size(), acls == null ? List.of() : acls),
        measure("offsets", offsets, groups));
  }

  private static Measure measure(String name, long rows, Object content) {
    return new Measure(
        name, rows, "sm3:" + Sm3.hex(Sm3.of(Json.mapper().writeValueAsBytes(content))));
  }
}
