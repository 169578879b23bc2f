package io.zhidun.backup.executor;

import io.zhidun.backup.repository.Measure;
import io.zhidun.trust.Sm3;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Counts the documents of indices up to a place in each shard's history, the sequence number up to
 * which every operation was done. A snapshot keeps these numbers, so the same documents can be
 * counted again in what was restored, whatever came later.
 *
 * <p>The checksum is {@code sm3:}, over number, version and id of each document in the order of
 * shards and numbers; for an index of more than {@link #MOST_DIGESTED} documents {@code sum:}, the
 * sum of the numbers. The content is not read: a server that restores proves each of its files by a
 * checksum of its own, what it cannot know is which documents there ought to be.
 */
final class ElasticsearchCounts {
  static final int MOST_DIGESTED = 1_000_000;
  private static final int PAGE = 5000;
  private static final String DIGEST = "sm3:";
  private static final String SUM = "sum:";

  private final ElasticsearchClient client;

  ElasticsearchCounts(ElasticsearchClient client) {
    this.client = client;
  }

  /** Where the shards of each index stand, and lets searches see all up to there. */
  Map<String, List<Long>> bounds(List<String> indices) throws IOException, InterruptedException {
    Map<String, List<Long>> bounds = new LinkedHashMap<>();
    for (String index : indices) {
      JsonNode shards =
          client.get('/' + index + "/_stats/docs?level=shards").at("/indices/" + index + "/shards");
      Map<Integer, Long> places = new TreeMap<>();
      for (Map.Entry<String, JsonNode> shard : shards.properties()) {
        for (JsonNode copy : shard.getValue()) {
          if (copy.at("/routing/primary").asBoolean(false)) {
            places.put(
                Integer.parseInt(shard.getKey()), copy.at("/seq_no/local_checkpoint").asLong(-1));
          }
        }
      }
      if (places.isEmpty()) {
        throw new IOException("the server does not tell the shards of " + index);
      }
      bounds.put(index, List.copyOf(places.values()));
      refresh(index);
    }
    return bounds;
  }

  /** Lets searches see all that was done. */
  void refresh(String index) throws IOException, InterruptedException {
    client.call("POST", '/' + index + "/_refresh", null);
  }

  static String text(List<Long> bounds) {
    return bounds.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  static List<Long> parse(String text) {
    return Arrays.stream(text.split(",", -1)).map(Long::parseLong).toList();
  }

  /**
   * Counts an index.
   *
   * @param bounds of its shards, in their order
   * @param like how its checksum was taken before, or null to choose
   */
  Measure count(String index, List<Long> bounds, @Nullable String like)
      throws IOException, InterruptedException {
    long rows = 0;
    BigDecimal sum = BigDecimal.ZERO;
    for (int shard = 0; shard < bounds.size(); shard++) {
      JsonNode found = search(index, shard, summing(bounds.get(shard)));
      rows += found.at("/hits/total/value").asLong();
      JsonNode numbers = found.at("/aggregations/numbers/value");
      sum = numbers.isNumber() ? sum.add(numbers.decimalValue()) : sum;
    }
    boolean summed = like == null ? rows > MOST_DIGESTED : like.startsWith(SUM);
    return new Measure(
        index, rows, summed ? SUM + sum.toBigInteger() : DIGEST + digest(index, bounds));
  }

  private String digest(String index, List<Long> bounds) throws IOException, InterruptedException {
    Sm3 sm3 = new Sm3();
    for (int shard = 0; shard < bounds.size(); shard++) {
      long after = -1;
      int count;
      do {
        JsonNode page = search(index, shard, page(after, bounds.get(shard))).at("/hits/hits");
        count = page.size();
        for (JsonNode hit : page) {
          after = hit.path("_seq_no").asLong();
          String line =
              shard
                  + " "
                  + after
                  + ' '
                  + hit.path("_version").asLong()
                  + ' '
                  + hit.path("_id").asString("")
                  + '\n';
          sm3.update(line.getBytes(StandardCharsets.UTF_8));
        }
      } while (count == PAGE);
    }
    return Sm3.hex(sm3.digest());
  }

  private JsonNode search(String index, int shard, Object body)
      throws IOException, InterruptedException {
    JsonNode found =
        client.call("POST", '/' + index + "/_search?preference=_shards:" + shard, body);
    if (found.path("timed_out").asBoolean(false)
        || found.at("/_shards/successful").asInt() != found.at("/_shards/total").asInt(-1)) {
      throw new IOException("a shard of " + index + " did not answer: " + found.path("_shards"));
    }
    return found;
  }

  private static Map<String, Object> numbers(long after, long last) {
    return Map.of("range", Map.of("_seq_no", Map.of("gt", after, "lte", last)));
  }

  private static Map<String, Object> summing(long last) {
    return Map.of(
        "size",
        0,
        "track_total_hits",
        true,
        "query",
        numbers(-1, last),
        "aggs",
        Map.of("numbers", Map.of("sum", Map.of("field", "_seq_no"))));
  }

  private static Map<String, Object> page(long after, long last) {
    return Map.of(
        "size",
        PAGE,
        "_source",
        false,
        "version",
        true,
        "seq_no_primary_term",
        true,
        "query",
        numbers(after, last),
        "sort",
        List.of(Map.of("_seq_no", "asc")));
  }

  /** Those of these indices that are there and open. */
  List<String> open(List<String> patterns) throws IOException, InterruptedException {
    JsonNode found =
        client.get(
            "/_cat/indices/"
                + String.join(",", patterns)
                + "?format=json&h=index,status&s=index&expand_wildcards=open");
    List<String> names = new ArrayList<>();
    for (JsonNode index : found) {
      if (index.path("status").asString("").equals("open")) {
        names.add(index.path("index").asString(""));
      }
    }
    return names;
  }
}
