package io.zhidun.standalone.broker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics that are missing; one that exists keeps what an operator changed on it. */
final class TopicCreation {
  private static final long TIMEOUT_SECONDS = 60;

  private TopicCreation() {}

  /** Returns the names of the topics that were created. */
  static List<String> create(String bootstrap, List<TopicPlan> plans)
      throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
    Map<String, Object> config = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    try (Admin admin = Admin.create(config)) {
      Set<String> present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          plans.stream()
              .filter(plan -> !present.contains(plan.name()))
              .map(TopicPlan::toNewTopic)
              .toList();
      admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return missing.stream().map(NewTopic::name).toList();
    }
  }
}
