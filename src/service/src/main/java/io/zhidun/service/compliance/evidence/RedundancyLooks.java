package io.zhidun.service.compliance.evidence;

import io.zhidun.backup.health.SourceState;
import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.compliance.evidence.BackupStates.Nodes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How many servers do a source's work now. Apart from what is known of backups: it asks the sources
 * themselves, and one that does not answer must not silence the rest. How long switching takes,
 * exercises tell.
 */
@Component
@Order(4)
class RedundancyLooks implements Collector {
  private final ObjectProvider<BackupStates> backups;

  RedundancyLooks(ObjectProvider<BackupStates> backups) {
    this.backups = backups;
  }

  @Override
  public String name() {
    return "standbys";
  }

  @Override
  public Set<String> checks() {
    return Set.of("failover");
  }

  @Override
  public void look(Target target, Consumer<Sight> out) throws IOException {
    BackupStates states = backups.getIfAvailable();
    if (states == null) {
      return;
    }
    List<SourceState> known =
        states.all().stream().filter(one -> one.system().equals(target.system().id())).toList();
    for (InventoryAsset asset : target.asked()) {
      Optional<SourceState> source = BackupLooks.of(asset, known);
      if (source.isPresent()) {
        look(target, asset, source.get(), states.nodes(source.get()), out);
      }
    }
  }

  private static void look(
      Target target,
      InventoryAsset asset,
      SourceState source,
      Optional<Nodes> nodes,
      Consumer<Sight> out) {
    nodes.ifPresent(
        seen ->
            out.accept(
                new Sight(
                    asset.id(),
                    target.now(),
                    target.now(),
                    "servers that follow source " + source.source() + ": " + seen.standbys(),
                    Map.of("healthy_nodes", seen.healthy()))));
  }
}
