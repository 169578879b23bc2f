package io.zhidun.service.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.rules.compliance.judge.Tier;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.service.MutableClock;
import io.zhidun.service.asset.AssetImport.Done;
import io.zhidun.service.asset.AssetImport.Preview;
import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;

/** What holds of systems, assets and their import on every database. */
abstract class InventoryContract {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String HEADING = "编号,系统,名称,类型,区域,地址,重要性,数据级别,责任人,位置,端点\n";

  @TempDir Path folder;

  private final MutableClock clock = new MutableClock(NOW);
  private HikariDataSource source;
  private InventoryStack feature;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() {
    source = dataSource();
    feature = new InventoryStack(source, folder, clock);
    feature.inventory.save(system("review", 0));
  }

  @AfterEach
  void close() {
    source.close();
  }

  private static InventorySystem system(String id, long version) {
    SystemForm form =
        new SystemForm(
            "专利审查系统",
            3,
            "S3A2G3",
            List.of("cloud"),
            "审查部",
            "1101",
            "2027-05-31",
            "review",
            true,
            "CII",
            null,
            version);
    InventorySystem read =
        form.read(id, "engineer", NOW, "manual", fault -> assertThat(fault).isNull());
    return Objects.requireNonNull(read);
  }

  private static InventoryAsset asset(String id, int importance, long version) {
    return new InventoryAsset(
        id,
        "review",
        "服务器 " + id,
        AssetKind.HOST,
        "review",
        List.of(id, "10.0.0.1"),
        importance,
        "",
        "运维",
        "机房",
        List.of("https://review.example:443"),
        version,
        NOW,
        "engineer",
        "manual");
  }

  @Test
  void aSystemIsStoredWholeAndItsVersionGrows() {
    InventorySystem stored = feature.inventory.requireSystem("review");
    assertThat(stored.extensions()).containsExactly("cloud");
    assertThat(stored.filingValidUntil()).isEqualTo("2027-05-31");
    assertThat(stored.critical()).isTrue();
    assertThat(feature.inventory.save(system("review", 1)).version()).isEqualTo(2);

    assertThatThrownBy(() -> feature.inventory.save(system("review", 1)))
        .isInstanceOf(ErrorResponseException.class)
        .hasMessageContaining("409");
  }

  @Test
  void aSystemWithAssetsIsNotDeleted() {
    feature.inventory.save(asset("web-01", 1, 0));

    assertThatThrownBy(() -> feature.inventory.deleteSystem("review", 1, "engineer"))
        .isInstanceOf(ErrorResponseException.class)
        .hasMessageContaining("409");

    feature.inventory.deleteAsset("web-01", 1, "engineer");
    feature.inventory.deleteSystem("review", 1, "engineer");
    assertThat(feature.inventory.systems()).isEmpty();
  }

  @Test
  void anAssetIsFoundByItsAddressAndPagesFollowOneAnother() {
    for (int i = 1; i <= 7; i++) {
      feature.inventory.save(asset("web-0" + i, 1 + i % 3, 0));
    }

    assertThat(ids(find("q", "WEB-03"), AssetOrder.ID)).containsExactly("web-03");
    assertThat(ids(find("q", "100%"), AssetOrder.ID)).isEmpty();
    assertThat(ids(find("importance", "3"), AssetOrder.ID)).containsExactly("web-02", "web-05");
    for (AssetOrder order : AssetOrder.values()) {
      assertThat(ids(find("system", "review"), order))
          .as("%s", order)
          .hasSize(7)
          .doesNotHaveDuplicates();
    }
    assertThat(ids(find("kind", "host"), AssetOrder.ID_DOWN)).startsWith("web-07", "web-06");
    assertThat(feature.search.facets(find("kind", "host")).get("importance"))
        .contains(new AssetSearch.Count("3", 2));
  }

  private static AssetFilter find(String name, String value) {
    MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
    query.add(name, value);
    return AssetFilter.read(new Parameters(query));
  }

  /** Ids over all pages of two. */
  private List<String> ids(AssetFilter filter, AssetOrder order) {
    List<String> ids = new ArrayList<>();
    Cursor cursor = null;
    do {
      Page<InventoryAsset> page = feature.search.page(filter, order, cursor, 2);
      page.items().forEach(one -> ids.add(one.id()));
      cursor = page.next() == null ? null : order.cursor(page.next());
    } while (cursor != null);
    return ids;
  }

  @Test
  void aTableIsLookedThroughThenTakenOver() throws Exception {
    feature.inventory.save(asset("web-01", 2, 0));
    String table =
        HEADING
            + "web-01,review,\"门户, 主\",主机,review,web-01;10.0.0.1,关键,重要数据,运维,,\n"
            + "db-01,review,数据库,database,,db-01,2,,,,https://db.example:5432\n";

    Preview preview = upload(table.getBytes(Charset.forName("GB18030")), false);
    assertThat(preview.added()).isEqualTo(1);
    assertThat(preview.changed()).isEqualTo(1);
    assertThat(preview.faults()).isEmpty();
    assertThat(feature.repository.asset("db-01")).isEmpty();

    assertThat(feature.imports.confirm(preview.id(), false, "engineer"))
        .isEqualTo(new Done(1, 1, 0, 0));
    InventoryAsset changed = feature.inventory.requireAsset("web-01");
    assertThat(changed.name()).isEqualTo("门户, 主");
    assertThat(changed.importance()).isEqualTo(3);
    assertThat(changed.backupTier()).isEqualTo(Tier.T1);
    assertThat(upload(table.getBytes(StandardCharsets.UTF_8), false).same()).isEqualTo(2);
    assertThatThrownBy(() -> feature.imports.confirm(preview.id(), false, "engineer"))
        .isInstanceOf(ErrorResponseException.class);
  }

  @Test
  void rowsWithFaultsAreNamedAndFormulasNeverComputed() throws Exception {
    String table =
        HEADING
            + "web-01,review,=HYPERLINK(\"x\"),主机,,,1,,,,\n"
            + "web-02,other,b,主机,,,1,,,,\n"
            + "web-03,review,c,主机?,,,9,,,,http://plain.example:80\n"
            + "web-04,review,d,主机,,,1,,,,\n"
            + "web-04,review,e,主机,,,1,,,,\n"
            + "review,review,f,主机,,,1,,,,\n";

    Preview preview = upload(table.getBytes(StandardCharsets.UTF_8), false);

    assertThat(preview.good()).isEqualTo(1);
    assertThat(preview.faultRows()).isEqualTo(5);
    assertThat(preview.faults())
        .extracting(fault -> fault.row() + " " + fault.column())
        .containsExactly("2 名称", "3 系统", "4 端点", "4 类型", "4 重要性", "6 编号", "7 编号");
    assertThatThrownBy(() -> feature.imports.confirm(preview.id(), false, "engineer"))
        .hasMessageContaining("422");
    assertThat(feature.imports.confirm(preview.id(), true, "engineer").skipped()).isEqualTo(5);
    assertThat(feature.inventory.assets()).hasSize(1);
  }

  @Test
  void aWorkbookIsReadLikeATable() throws Exception {
    byte[] workbook =
        Workbook.of(
            List.of(
                List.of("id", "system", "name", "kind", "importance", "备注"),
                List.of("web-01", "review", "门户", "host", "2", "x"),
                List.of("web-02", "review", "=1+1", "host", "2", "x")));

    Preview preview = upload(workbook, true);

    assertThat(preview.rows()).isEqualTo(2);
    assertThat(preview.added()).isEqualTo(1);
    assertThat(preview.unknownColumns()).containsExactly("备注");
    assertThat(preview.faults()).singleElement().matches(fault -> fault.row() == 3);
  }

  @Test
  void nobodyConfirmsWhatSomebodyElseUploadedNorAfterAnHour() throws Exception {
    Preview preview =
        upload((HEADING + "web-01,review,a,主机,,,1,,,,\n").getBytes(StandardCharsets.UTF_8), false);

    assertThatThrownBy(() -> feature.imports.confirm(preview.id(), false, "somebody"))
        .hasMessageContaining("409");
    clock.advance(Duration.ofMinutes(61));
    feature.imports.forget();
    assertThatThrownBy(() -> feature.imports.confirm(preview.id(), false, "engineer"))
        .hasMessageContaining("409");
  }

  private Preview upload(byte[] table, boolean spreadsheet) throws IOException {
    return feature.imports.upload(
        "table", spreadsheet, new ByteArrayInputStream(table), "engineer");
  }
}
