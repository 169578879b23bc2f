package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Indices of an Elasticsearch by its own snapshots into a folder, which then goes as an archive of
 * files. The documents are counted before the snapshot and, up to the same place, after it: where
 * the two agree, none of those was changed or deleted meanwhile and the snapshot holds just these,
 * though it may hold later ones too. Else the manifest says that the index was not counted.
 */
public final class ElasticsearchExecutor implements Executor {
  /** Position in {@link Facts}: the snapshot's name. */
  public static final String SNAPSHOT = "snapshot";

  /** Begin of positions: the sequence numbers up to which an index was counted, by shard. */
  static final String BOUND = "sequence.";

  private static final String REPOSITORY = "zhidun";

  private final ElasticsearchOptions options;
  private final String repository;
  private final Supplier<String> snapshotName;

  /**
   * @param source names the repository at the server: of a-z 0-9 -
   * @param snapshotName gives a new name for each snapshot, in their order of time
   */
  public ElasticsearchExecutor(
      ElasticsearchOptions options, String source, Supplier<String> snapshotName) {
    this.options = options;
    this.repository = REPOSITORY + '-' + source;
    this.snapshotName = snapshotName;
  }

  @Override
  public String kind() {
    return "elasticsearch";
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public Facts backUp(OutputStream out) throws IOException, InterruptedException {
    ElasticsearchClient client = ElasticsearchClient.of(options);
    String version = client.get("/").at("/version/number").asString("unknown");
    ElasticsearchCounts counts = new ElasticsearchCounts(client);
    List<String> indices = counts.open(options.indices());
    if (indices.isEmpty() || indices.size() > options.mostIndices()) {
      throw new IOException(
          "%s match %d open indices; at least 1 and at most %d are taken"
              .formatted(options.indices(), indices.size(), options.mostIndices()));
    }
    ElasticsearchSnapshots snapshots =
        new ElasticsearchSnapshots(client, repository, options.patience());
    snapshots.register(options.repository(), false);
    Map<String, List<Long>> bounds = counts.bounds(indices);
    List<Measure> before = new ArrayList<>();
    for (String index : indices) {
      before.add(counts.count(index, bounds(bounds, index), null));
    }
    snapshots.take(snapshotName.get(), indices);
    Map<String, String> positions = new TreeMap<>();
    List<Measure> measures = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Measure measure : before) {
      String index = measure.name();
      counts.refresh(index);
      if (counts.count(index, bounds(bounds, index), measure.checksum()).equals(measure)) {
        measures.add(measure);
        positions.put(BOUND + index, ElasticsearchCounts.text(bounds(bounds, index)));
      } else {
        notes.add(
            index
                + " was not counted: documents of it were changed or deleted while the snapshot"
                + " was made");
      }
    }
    snapshots.keep(Math.max(1, options.kept()));
    List<String> whole = snapshots.whole();
    positions.put(SNAPSHOT, whole.get(whole.size() - 1));
    stream(out);
    snapshots.keep(options.kept());
    return new Facts(Map.of("elasticsearch", version), positions, null, measures, notes);
  }

  private static List<Long> bounds(Map<String, List<Long>> all, String index) {
    List<Long> bounds = all.get(index);
    if (bounds == null) {
      throw new IllegalStateException("no bounds of " + index);
    }
    return bounds;
  }

  private void stream(OutputStream out) throws IOException {
    Path folder = options.repository();
    if (!Files.isRegularFile(folder.resolve("index.latest"))) {
      throw new IOException(
          "the server wrote its snapshot to "
              + folder
              + ", and nothing of it is to be seen there from here");
    }
    ArchiveWriter archive = new ArchiveWriter(out);
    archive.write(folder);
    if (!archive.notes().isEmpty()) {
      throw new IOException(
          "somebody else writes in the folder of the snapshots: " + archive.notes().get(0));
    }
  }

  /** The folder of the repository; a server registers it with {@code readonly}. */
  @Override
  public void restore(Manifest manifest, Streams stream, Path into)
      throws IOException, InterruptedException {
    new FilesExecutor(into).restore(manifest, stream, into);
  }
}
