package io.zhidun.service.asset;

import io.zhidun.rules.compliance.record.AssetKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The systems that the demonstration simulates, and the platform itself, for an inventory that is
 * empty. Organisations and numbers are invented. What is listed and silent is meant to be found so.
 */
@Component
@Order(10)
class DemoInventory implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(DemoInventory.class);
  private static final String DEMO = "demo";

  private final InventoryRepository repository;
  private final TransactionOperations transaction;
  private final AssetProperties properties;
  private final Clock clock;

  DemoInventory(
      InventoryRepository repository,
      TransactionOperations transaction,
      AssetProperties properties,
      Clock clock) {
    this.repository = repository;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (properties.demo() && repository.systems().isEmpty()) {
      transaction.executeWithoutResult(status -> fill(clock.instant()));
      log.info("put the systems of the demonstration into the inventory");
    }
  }

  private void fill(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    system(
        now,
        "patent-review",
        "专利审查系统",
        3,
        "S3A3G3",
        "审查业务部",
        true,
        "review",
        "11010099001-24001",
        today.plusMonths(7),
        today.minusMonths(8));
    system(
        now,
        "trademark",
        "商标注册系统",
        3,
        "S3A3G3",
        "商标业务部",
        true,
        "trademark",
        "11010099001-24002",
        today.plusDays(75),
        today.minusMonths(13));
    system(
        now,
        "public-service",
        "公共服务平台",
        3,
        "S3A2G3",
        "公共服务部",
        false,
        "public",
        "11010099001-24003",
        today.plusMonths(20),
        today.minusMonths(5));
    system(now, "zhidun", "安全监测与防护平台", 3, "S3A3G3", "网络安全处", false, "management", "", null, null);
    repository.insertAssets(
        List.of(
            asset(
                now,
                "review-web-01",
                "patent-review",
                "专利审查受理服务器",
                AssetKind.HOST,
                "review",
                List.of("review-web-01", "10.20.1.11"),
                3,
                "",
                List.of()),
            asset(
                now,
                "review-app",
                "patent-review",
                "专利审查应用",
                AssetKind.APPLICATION,
                "review",
                List.of("patent-review"),
                3,
                "",
                endpoints("review-app")),
            asset(
                now,
                "review-db-01",
                "patent-review",
                "专利审查数据库",
                AssetKind.DATABASE,
                "review",
                List.of("review-db-01", "10.20.1.21"),
                3,
                "重要数据",
                List.of()),
            asset(
                now,
                "review-data",
                "patent-review",
                "未公开专利申请文件",
                AssetKind.DATA,
                "review",
                List.of(),
                3,
                "重要数据",
                List.of()),
            asset(
                now,
                "review-fw-01",
                "patent-review",
                "审查区边界防火墙",
                AssetKind.SECURITY_DEVICE,
                "review",
                List.of("review-fw-01", "10.20.1.1"),
                2,
                "",
                List.of()),
            asset(
                now,
                "review-sw-01",
                "patent-review",
                "审查区核心交换机",
                AssetKind.NETWORK_DEVICE,
                "review",
                List.of("review-sw-01", "10.20.1.2"),
                2,
                "",
                List.of()),
            asset(
                now,
                "review-room",
                "patent-review",
                "A 座机房",
                AssetKind.ROOM,
                "review",
                List.of("review-room"),
                2,
                "",
                List.of()),
            asset(
                now,
                "tm-web-01",
                "trademark",
                "商标注册受理服务器",
                AssetKind.HOST,
                "trademark",
                List.of("tm-web-01", "10.20.2.11"),
                3,
                "",
                List.of()),
            asset(
                now,
                "tm-app",
                "trademark",
                "商标注册应用",
                AssetKind.APPLICATION,
                "trademark",
                List.of("trademark"),
                3,
                "",
                endpoints("tm-app")),
            asset(
                now,
                "tm-db-01",
                "trademark",
                "商标注册数据库",
                AssetKind.DATABASE,
                "trademark",
                List.of("tm-db-01", "10.20.2.21"),
                3,
                "",
                List.of()),
            asset(
                now,
                "tm-fw-01",
                "trademark",
                "商标区边界防火墙",
                AssetKind.SECURITY_DEVICE,
                "trademark",
                List.of("tm-fw-01", "10.20.2.1"),
                2,
                "",
                List.of()),
            asset(
                now,
                "tm-sw-01",
                "trademark",
                "商标区核心交换机",
                AssetKind.NETWORK_DEVICE,
                "trademark",
                List.of("tm-sw-01", "10.20.2.2"),
                2,
                "",
                List.of()),
            asset(
                now,
                "tm-room",
                "trademark",
                "B 座机房",
                AssetKind.ROOM,
                "trademark",
                List.of("tm-room"),
                2,
                "",
                List.of()),
            asset(
                now,
                "public-web-01",
                "public-service",
                "公共服务门户服务器",
                AssetKind.HOST,
                "public",
                List.of("public-web-01", "10.20.3.11"),
                2,
                "",
                List.of()),
            asset(
                now,
                "public-app",
                "public-service",
                "公共服务应用",
                AssetKind.APPLICATION,
                "public",
                List.of("public-service"),
                2,
                "",
                endpoints("public-app")),
            asset(
                now,
                "public-waf-01",
                "public-service",
                "门户应用防火墙",
                AssetKind.SECURITY_DEVICE,
                "public",
                List.of("public-waf-01", "10.20.3.2"),
                2,
                "",
                List.of()),
            asset(
                now,
                "public-data",
                "public-service",
                "公开公报与检索数据",
                AssetKind.DATA,
                "public",
                List.of(),
                2,
                "",
                List.of()),
            asset(
                now,
                "public-room",
                "public-service",
                "公共服务机房",
                AssetKind.ROOM,
                "public",
                List.of("public-room"),
                1,
                "",
                List.of()),
            asset(
                now,
                "zhidun-service",
                "zhidun",
                "监测平台服务",
                AssetKind.APPLICATION,
                "management",
                List.of("zhidun"),
                2,
                "",
                endpoints("zhidun-service")),
            asset(
                now,
                "zhidun-store",
                "zhidun",
                "监测平台日志存储",
                AssetKind.DATABASE,
                "management",
                List.of("zhidun-store"),
                2,
                "audit",
                List.of())));
  }

  private void system(
      Instant now,
      String id,
      String name,
      int level,
      String notation,
      String owner,
      boolean critical,
      String zone,
      String filing,
      @Nullable LocalDate until,
      @Nullable LocalDate assessed) {
    repository.insert(
        new InventorySystem(
            id,
            name,
            level,
            notation,
            List.of(),
            owner,
            filing,
            until,
            zone,
            critical,
            critical ? "CII" : "CENTRAL_ORGAN",
            assessed,
            0,
            now,
            DEMO,
            DEMO));
  }

  private List<String> endpoints(String asset) {
    String named = asset + "=";
    return properties.demoEndpoints().stream()
        .filter(one -> one.startsWith(named))
        .map(one -> one.substring(named.length()))
        .toList();
  }

  private static InventoryAsset asset(
      Instant now,
      String id,
      String system,
      String name,
      AssetKind kind,
      String zone,
      List<String> addresses,
      int importance,
      String dataClass,
      List<String> endpoints) {
    return new InventoryAsset(
        id,
        system,
        name,
        kind,
        zone,
        addresses,
        importance,
        dataClass,
        "运行维护处",
        "演示环境",
        endpoints,
        0,
        now,
        DEMO,
        DEMO);
  }
}
