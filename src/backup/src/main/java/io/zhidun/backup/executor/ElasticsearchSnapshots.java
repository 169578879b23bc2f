package io.zhidun.backup.executor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Snapshots of one repository of an Elasticsearch; of those there, only what began here goes. */
final class ElasticsearchSnapshots {
  private static final String OURS = "zhidun-";
  private static final Duration LOOK = Duration.ofMillis(250);

  private final ElasticsearchClient client;
  private final String path;
  private final Duration patience;

  ElasticsearchSnapshots(ElasticsearchClient client, String repository, Duration patience) {
    this.client = client;
    this.path = "/_snapshot/" + repository;
    this.patience = patience;
  }

  /** Tells the server of the folder. */
  void register(Path folder, boolean readOnly) throws IOException, InterruptedException {
    client.call(
        "PUT",
        path,
        Map.of(
            "type", "fs", "settings", Map.of("location", folder.toString(), "readonly", readOnly)));
  }

  /**
   * Takes a snapshot and waits for its end; one that does not become whole is deleted.
   *
   * @param name of a-z 0-9 -, without what marks it as ours
   */
  void take(String name, List<String> indices) throws IOException, InterruptedException {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("indices", String.join(",", indices));
    wanted.put("include_global_state", true);
    wanted.put("feature_states", List.of("none"));
    wanted.put("partial", false);
    client.call("PUT", snapshot(name) + "?wait_for_completion=false", wanted);
    boolean whole = false;
    try {
      await(name);
      whole = true;
    } finally {
      if (!whole) {
        delete(OURS + name);
      }
    }
  }

  private String snapshot(String name) {
    return path + '/' + OURS + name;
  }

  private void await(String name) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      JsonNode snapshot = client.get(snapshot(name)).at("/snapshots/0");
      String state = snapshot.path("state").asString("unknown");
      if (state.equals("SUCCESS")) {
        return;
      }
      if (!state.equals("IN_PROGRESS")) {
        throw new IOException(
            "the snapshot ended as %s: %s".formatted(state, snapshot.path("failures")));
      }
      if (System.nanoTime() > end) {
        throw new IOException("the snapshot did not end within " + patience);
      }
      Thread.sleep(LOOK.toMillis());
    }
  }

  /** The snapshots made here that are whole, oldest first. */
  List<String> whole() throws IOException, InterruptedException {
    return ours(true);
  }

  private List<String> ours(boolean whole) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    for (JsonNode snapshot : client.get(path + "/_all?verbose=false").path("snapshots")) {
      String name = snapshot.path("snapshot").asString("");
      boolean success = snapshot.path("state").asString("").equals("SUCCESS");
      if (name.startsWith(OURS) && success == whole) {
        names.add(name);
      }
    }
    names.sort(null);
    return names;
  }

  /** Deletes what was made here and did not become whole, and of the rest all but the newest. */
  void keep(int newest) throws IOException, InterruptedException {
    List<String> deleted = new ArrayList<>(ours(false));
    List<String> whole = whole();
    deleted.addAll(whole.subList(0, Math.max(0, whole.size() - newest)));
    for (String name : deleted) {
      delete(name);
    }
  }

  private void delete(String name) throws IOException, InterruptedException {
    client.call("DELETE", path + '/' + name, null);
  }

  /** Restores all indices of a snapshot into a server that has none of them. */
  void restore(String name) throws IOException, InterruptedException {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("indices", "*");
    wanted.put("include_global_state", false);
    wanted.put("feature_states", List.of("none"));
    wanted.put(
        "index_settings",
        Map.of("index.number_of_replicas", 0, "index.auto_expand_replicas", "false"));
    // What the production says of its nodes and of its housekeeping has no meaning here.
    wanted.put(
        "ignore_index_settings",
        List.of(
            "index.routing.allocation.*",
            "index.lifecycle.name",
            "index.lifecycle.rollover_alias"));
    JsonNode restored =
        client.call("POST", path + '/' + name + "/_restore?wait_for_completion=true", wanted);
    JsonNode shards = restored.at("/snapshot/shards");
    if (shards.path("failed").asInt(-1) != 0) {
      throw new IOException("the server did not restore all shards: " + shards);
    }
  }
}
