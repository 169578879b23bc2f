package io.zhidun.service.asset;

import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.service.asset.AssetTable.RowFault;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Durability;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.ErrorResponseException;

/**
 * Takes over tables of assets: an upload is looked through and kept for an hour; confirming reads
 * it again and writes all of it or nothing. A table is never held in memory as a whole.
 */
@Service
class AssetImport {
  private static final Logger log = LoggerFactory.getLogger(AssetImport.class);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int SHOWN_FAULTS = 200;
  private static final int SHOWN_ROWS = 50;
  private static final int BATCH = 500;

  private final InventoryRepository repository;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Durability durability;
  private final ProtectionTrail trail;
  private final AssetProperties properties;
  private final Clock clock;

  AssetImport(
      InventoryRepository repository,
      JdbcClient jdbc,
      TransactionOperations transaction,
      Durability durability,
      ProtectionTrail trail,
      AssetProperties properties,
      Clock clock) {
    this.repository = repository;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.durability = durability;
    this.trail = trail;
    this.properties = properties;
    this.clock = clock;
  }

  /** What a table would change. */
  record Preview(
      String id,
      String fileName,
      String sm3,
      int rows,
      int good,
      int added,
      int changed,
      int same,
      int faultRows,
      List<String> unknownColumns,
      List<RowFault> faults,
      List<PreviewRow> preview,
      Instant validUntil) {}

  /**
   * @param change added, changed or same
   */
  record PreviewRow(int row, String change, AssetRow asset) {}

  /** What a table changed. */
  record Done(int added, int changed, int same, int skipped) {}

  private record Upload(String account, String fileName, boolean spreadsheet, String sm3) {}

  Preview upload(String fileName, boolean spreadsheet, InputStream body, String account)
      throws IOException {
    Instant now = clock.instant();
    Files.createDirectories(properties.folder());
    Path part = Files.createTempFile(properties.folder(), "upload-", ".part");
    try {
      String sm3 = store(body, part);
      String id = part.getFileName().toString().replaceAll("\\D", "");
      Pass pass = look(part, spreadsheet, account, now);
      Files.move(part, file(id));
      jdbc.sql(
              "insert into asset_import (id, account, file_name, spreadsheet, sm3, uploaded_at)"
                  + " values (?, ?, ?, ?, ?, ?)")
          .params(id, account, ColumnText.fit(fileName, 256), spreadsheet, sm3, Micros.of(now))
          .update();
      return pass.preview(id, fileName, sm3, now.plus(KEPT));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String store(InputStream body, Path to) throws IOException {
    SM3Digest digest = new SM3Digest();
    byte[] buffer = new byte[65_536];
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        out.write(buffer, 0, n);
        digest.update(buffer, 0, n);
      }
    }
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return HexFormat.of().formatHex(hash);
  }

  private Pass look(Path file, boolean spreadsheet, String account, Instant now) {
    return read(file, spreadsheet, account, now, false);
  }

  Done confirm(String id, boolean skipFaults, String account) {
    Upload upload =
        jdbc.sql("select account, file_name, spreadsheet, sm3 from asset_import where id = ?")
            .param(id)
            .query(
                (rs, row) ->
                    new Upload(rs.getString(1), rs.getString(2), rs.getBoolean(3), rs.getString(4)))
            .optional()
            .filter(one -> one.account().equals(account) && Files.isRegularFile(file(id)))
            .orElseThrow(AssetImport::gone);
    Instant now = clock.instant();
    Pass looked = look(file(id), upload.spreadsheet(), account, now);
    if (looked.faultRows > 0 && !skipFaults) {
      throw Problems.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "import-faults",
          looked.faultRows + " rows have faults",
          Map.of("faultRows", looked.faultRows));
    }
    Pass written =
        transaction.execute(
            status -> {
              if (jdbc.sql("delete from asset_import where id = ?").param(id).update() == 0) {
                throw gone();
              }
              Pass pass = read(file(id), upload.spreadsheet(), account, now, true);
              trail.add(
                  account,
                  "asset.imported",
                  upload.fileName(),
                  Map.of(
                      "sm3", upload.sm3(),
                      "added", pass.added,
                      "changed", pass.changed,
                      "skipped", pass.faultRows));
              return pass;
            });
    durability.settle();
    delete(file(id));
    return new Done(written.added, written.changed, written.same, written.faultRows);
  }

  private static ErrorResponseException gone() {
    return Problems.of(
        HttpStatus.CONFLICT,
        "import-changed",
        "the import was confirmed, or its file is gone; upload it again");
  }

  private Path file(String id) {
    if (!id.matches("\\d{1,32}")) {
      throw gone();
    }
    return properties.folder().resolve("table-" + id);
  }

  private Pass read(Path file, boolean spreadsheet, String account, Instant now, boolean write) {
    Pass pass =
        new Pass(
            repository.systems().stream().map(InventorySystem::id).collect(Collectors.toSet()),
            write);
    AssetTable table = new AssetTable(account, now, pass);
    try {
      if (spreadsheet) {
        new XlsxTable(file).read(table);
      } else {
        new CsvTable(file).read(table);
      }
      if (!table.hasHeading()) {
        throw new UnreadableTableException("表是空的", "the table is empty");
      }
      pass.flush();
    } catch (UnreadableTableException e) {
      throw Problems.of(
          HttpStatus.BAD_REQUEST,
          "unreadable-table",
          String.valueOf(e.getMessage()),
          Map.of("message", e.reason()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pass.rows = table.read();
    pass.unknownColumns = table.unknownColumns();
    return pass;
  }

  /** Uploads that nobody confirmed. */
  @Scheduled(fixedDelayString = "PT10M")
  void forget() {
    long before = Micros.of(clock.instant().minus(KEPT));
    jdbc.sql("delete from asset_import where uploaded_at < ?").param(before).update();
    if (!Files.isDirectory(properties.folder())) {
      return;
    }
    Set<String> kept = jdbc.sql("select id from asset_import").query(String.class).set();
    try (Stream<Path> files = Files.list(properties.folder())) {
      files
          .filter(path -> !kept.contains(path.getFileName().toString().replaceAll("\\D", "")))
          .filter(path -> isOlder(path, clock.instant().minus(KEPT)))
          .forEach(AssetImport::delete);
    } catch (IOException e) {
      log.warn("cannot look through the uploaded tables: {}", e.toString());
    }
  }

  private static boolean isOlder(Path path, Instant than) {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(than);
    } catch (IOException e) {
      return false;
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log.warn("cannot delete an uploaded table: {}", e.toString());
    }
  }

  /** One reading of a table: compares with what is stored, and writes where it is told to. */
  private final class Pass implements AssetTable.Rows {
    private final Set<String> systems;
    private final boolean write;
    private final Map<Integer, InventoryAsset> waiting = new LinkedHashMap<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final List<PreviewRow> shown = new ArrayList<>();
    private List<String> unknownColumns = List.of();
    private int rows;
    private int added;
    private int changed;
    private int same;
    private int faultRows;

    Pass(Set<String> systems, boolean write) {
      this.systems = systems;
      this.write = write;
    }

    @Override
    public void good(int row, InventoryAsset asset) {
      if (!systems.contains(asset.system())) {
        bad(row, List.of(fault(row, "系统", asset.system(), "没有这个系统", "there is no such system")));
        return;
      }
      if (systems.contains(asset.id())) {
        bad(row, List.of(fault(row, "编号", asset.id(), "是系统的编号", "is the id of a system")));
        return;
      }
      waiting.put(row, asset);
      if (waiting.size() >= BATCH) {
        flush();
      }
    }

    private RowFault fault(int row, String column, String value, String zh, String en) {
      return new RowFault(row, column, value, new Texts(zh, en));
    }

    @Override
    public void bad(int row, List<RowFault> told) {
      faultRows++;
      told.stream().limit(SHOWN_FAULTS - faults.size()).forEach(faults::add);
    }

    void flush() {
      Map<String, InventoryAsset> there =
          repository.assets(waiting.values().stream().map(InventoryAsset::id).toList());
      List<InventoryAsset> inserts = new ArrayList<>();
      List<InventoryAsset> updates = new ArrayList<>();
      waiting.forEach(
          (row, asset) -> {
            InventoryAsset stored = there.get(asset.id());
            String change;
            if (stored == null) {
              change = "added";
              inserts.add(asset);
            } else if (stored.sameAs(asset)) {
              change = "same";
              same++;
            } else {
              change = "changed";
              updates.add(withVersion(asset, stored));
            }
            if (shown.size() < SHOWN_ROWS) {
              shown.add(new PreviewRow(row, change, AssetRow.of(asset, null)));
            }
          });
      added += inserts.size();
      changed += updates.size();
      waiting.clear();
      if (write) {
        repository.insertAssets(inserts);
        if (repository.updateAssets(updates) != updates.size()) {
          throw gone();
        }
      }
    }

    private InventoryAsset withVersion(InventoryAsset one, InventoryAsset stored) {
      return new InventoryAsset(
          one.id(),
          one.system(),
          one.name(),
          one.kind(),
          one.zone(),
          one.addresses(),
          one.importance(),
          one.dataClass(),
          one.owner(),
          one.location(),
          one.endpoints(),
          stored.version(),
          one.changedAt(),
          one.changedBy(),
          one.origin());
    }

    Preview preview(String id, String fileName, String sm3, Instant validUntil) {
      return new Preview(
          id,
          fileName,
          sm3,
          rows,
          added + changed + same,
          added,
          changed,
          same,
          faultRows,
          unknownColumns,
          faults,
          shown,
          validUntil);
    }
  }
}
