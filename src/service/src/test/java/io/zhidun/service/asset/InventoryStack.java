package io.zhidun.service.asset;

import io.zhidun.service.store.Durability;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feature wired by hand on a database. */
final class InventoryStack {
  final InventoryRepository repository;
  final Inventory inventory;
  final AssetSearch search;
  final AssetImport imports;

  InventoryStack(DataSource source, Path folder, Clock clock) {
    JdbcTemplate template = new JdbcTemplate(source);
    JdbcClient jdbc = JdbcClient.create(template);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    Durability durability = new Durability(source, jdbc);
    ProtectionTrail trail = new ProtectionTrail(entry -> {});
    repository = new InventoryRepository(template, jdbc);
    inventory = new Inventory(repository, trail, transaction, durability);
    search = new AssetSearch(jdbc);
    imports =
        new AssetImport(
            repository,
            jdbc,
            transaction,
            durability,
            trail,
            new AssetProperties(folder, false, List.of()),
            clock);
  }
}
