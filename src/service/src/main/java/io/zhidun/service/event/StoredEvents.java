package io.zhidun.service.event;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.zhidun.events.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Events of the past for other features: all of a time in order, and whether there are any. */
@Service
@Lazy
public class StoredEvents {
  private static final String TIME = "@timestamp";

  private final ElasticsearchClient client;
  private final SearchProperties properties;

  StoredEvents(ElasticsearchClient client, SearchProperties properties) {
    this.client = client;
    this.properties = properties;
  }

  /** The events of a time, {@code to} excluded, without those of some datasets. */
  public record Span(Instant from, Instant to, Set<String> withoutDatasets) {
    public Span {
      withoutDatasets = Set.copyOf(withoutDatasets);
    }
  }

  /** Behind which event a page begins. */
  public record Position(long timeMillis, String id) {}

  /**
   * Part of a span, in order of event time; events of one millisecond in that of their ids.
   *
   * @param events as JSON
   * @param next where the following page begins, or null on the last
   * @param total how many events the span has; only on the first page, else 0
   */
  public record Part(List<byte[]> events, @Nullable Position next, long total) {}

  /**
   * Reads the next part of a span. No context is held open in the store between parts: a run of
   * minutes then does not keep it from merging, and what arrives late in the span is seen or not.
   *
   * @throws IOException when the store does not answer, or refuses
   */
  public Part read(Span span, @Nullable Position after, int limit) throws IOException {
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .index(properties.indices())
            .ignoreUnavailable(true)
            .allowNoIndices(true)
            .query(query(span))
            .sort(sort(TIME, FieldType.Date), sort("event.id", FieldType.Keyword))
            .trackTotalHits(t -> t.enabled(after == null))
            .timeout(properties.timeout().toMillis() + "ms")
            .size(limit);
    if (after != null) {
      request.searchAfter(FieldValue.of(after.timeMillis()), FieldValue.of(after.id()));
    }
    try {
      return part(client.search(request.build(), JsonNode.class), limit);
    } catch (ElasticsearchException e) {
      throw new IOException("the search store refused: " + e.getMessage(), e);
    }
  }

  private static SortOptions sort(String field, FieldType type) {
    FieldSort sort = FieldSort.of(f -> f.field(field).order(SortOrder.Asc).unmappedType(type));
    return SortOptions.of(s -> s.field(sort));
  }

  private static Query query(Span span) {
    List<FieldValue> without = span.withoutDatasets().stream().map(FieldValue::of).toList();
    return Query.of(
        q ->
            q.bool(
                bool -> {
                  bool.filter(
                      f ->
                          f.range(
                              r ->
                                  r.date(
                                      d ->
                                          d.field(TIME)
                                              .gte(span.from().toString())
                                              .lt(span.to().toString()))));
                  if (!without.isEmpty()) {
                    bool.mustNot(
                        n -> n.terms(t -> t.field("event.dataset").terms(v -> v.value(without))));
                  }
                  return bool;
                }));
  }

  private static Part part(SearchResponse<JsonNode> response, int limit) throws IOException {
    if (response.timedOut()) {
      throw new IOException("the search store did not answer in time");
    }
    List<Hit<JsonNode>> hits = response.hits().hits();
    List<byte[]> events =
        hits.stream()
            .map(Hit::source)
            .filter(Objects::nonNull)
            .map(source -> Json.mapper().writeValueAsBytes(source))
            .toList();
    Position next = null;
    if (hits.size() == limit) {
      Hit<JsonNode> last = hits.get(limit - 1);
      next = new Position(last.sort().get(0).longValue(), last.sort().get(1).stringValue());
    }
    long total = response.hits().total() == null ? 0 : response.hits().total().value();
    return new Part(events, next, total);
  }

  /**
   * A question whether there is any event.
   *
   * @param field a field that must have a value, or one of {@code values} where there are some
   */
  public record Question(String field, List<String> values) {}

  /**
   * Whether there is an event since a time for which all questions of a group hold. Each search
   * ends at its first hit, so that the number of events does not matter.
   *
   * @return one answer a group
   * @throws IOException when the store does not answer, or refuses
   */
  public List<Boolean> any(List<List<Question>> groups, Instant since) throws IOException {
    if (groups.isEmpty()) {
      return List.of();
    }
    List<RequestItem> searches = new ArrayList<>();
    for (List<Question> group : groups) {
      searches.add(
          RequestItem.of(
              item ->
                  item.header(h -> h.index(properties.indices()).ignoreUnavailable(true))
                      .body(
                          body ->
                              body.query(query(group, since))
                                  .size(0)
                                  .terminateAfter(1L)
                                  .trackTotalHits(t -> t.count(1)))));
    }
    try {
      MsearchResponse<JsonNode> answer = client.msearch(m -> m.searches(searches), JsonNode.class);
      List<Boolean> found = new ArrayList<>();
      for (MultiSearchResponseItem<JsonNode> one : answer.responses()) {
        if (one.isFailure()) {
          throw new IOException("the search store refused: " + one.failure().error().reason());
        }
        found.add(one.result().hits().total() != null && one.result().hits().total().value() > 0);
      }
      return found;
    } catch (ElasticsearchException e) {
      throw new IOException("the search store refused: " + e.getMessage(), e);
    }
  }

  private static Query query(List<Question> group, Instant since) {
    return Query.of(
        q ->
            q.bool(
                bool -> {
                  bool.filter(f -> f.range(r -> r.date(d -> d.field(TIME).gte(since.toString()))));
                  for (Question question : group) {
                    List<FieldValue> values =
                        question.values().stream().map(FieldValue::of).toList();
                    bool.filter(
                        values.isEmpty()
                            ? Query.of(e -> e.exists(x -> x.field(question.field())))
                            : Query.of(
                                t ->
                                    t.terms(
                                        x ->
                                            x.field(question.field())
                                                .terms(v -> v.value(values)))));
                  }
                  return bool;
                }));
  }
}
