package io.zhidun.service.topology;

import io.zhidun.cause.Texts;
import io.zhidun.cause.topology.Edge;
import io.zhidun.cause.topology.EdgeKind;
import io.zhidun.cause.topology.Node;
import io.zhidun.cause.topology.NodeKind;
import io.zhidun.cause.topology.Origin;
import io.zhidun.service.store.Durability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The map wired by hand on a database. */
public final class MapStack {
  public final ServiceMap map;

  public MapStack(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    map =
        new ServiceMap(
            new TopologyRepository(template),
            new TransactionTemplate(new JdbcTransactionManager(source)),
            new Durability(source, JdbcClient.create(template)));
  }

  /** A portal that carries filing, on a service on a database with a runbook. */
  public void office(Instant seen) {
    map.saw(
        List.of(
            Node.of("portal", NodeKind.SERVICE),
            Node.of("filing", NodeKind.SERVICE),
            new Node(
                "main-db",
                NodeKind.DATABASE,
                new Texts("主库", "main database"),
                Map.of("asset", "db-01", "runbook", "https://wiki.example/main-db")),
            new Node(
                "submit", NodeKind.CAPABILITY, new Texts("提交申请", "submit a filing"), Map.of())),
        List.of(
            new Edge("portal", "filing", EdgeKind.CALLS),
            new Edge("filing", "main-db", EdgeKind.STORES_IN),
            new Edge("portal", "submit", EdgeKind.SERVES)),
        Origin.CONFIGURATION,
        seen,
        () -> {});
  }
}
