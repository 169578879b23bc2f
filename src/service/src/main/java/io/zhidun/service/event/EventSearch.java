package io.zhidun.service.event;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldSort;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;

/** Finds events, newest first. */
@Service
@Lazy
class EventSearch {
  static final String ORDER = "-@timestamp";

  private static final Logger log = LoggerFactory.getLogger(EventSearch.class);
  private static final int MAX_PREFIXES = 50;

  private final ElasticsearchClient client;
  private final SearchProperties properties;

  EventSearch(ElasticsearchClient client, SearchProperties properties) {
    this.client = client;
    this.properties = properties;
  }

  Page<JsonNode> find(EventQuery query, @Nullable Cursor cursor, int limit) {
    try {
      return page(client.search(request(query, cursor, limit), JsonNode.class), limit);
    } catch (ElasticsearchException e) {
      log.warn("the search store refused a search: {}", e.getMessage());
      throw away();
    } catch (IOException e) {
      log.debug("the search store does not answer", e);
      throw away();
    }
  }

  private static ErrorResponseException away() {
    return Problems.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "search-away",
        "the search store does not answer; alerts are not affected");
  }

  private SearchRequest request(EventQuery query, @Nullable Cursor cursor, int limit) {
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .index(properties.indices())
            .ignoreUnavailable(true)
            .allowNoIndices(true)
            .query(q -> q.bool(conditions(query)))
            .sort(sort("@timestamp", FieldType.Date), sort("event.id", FieldType.Keyword))
            .trackTotalHits(t -> t.enabled(true))
            .timeout(properties.timeout().toMillis() + "ms")
            .size(limit + 1);
    if (cursor != null) {
      request.searchAfter(
          FieldValue.of(Long.parseLong(cursor.keys().get(0))), FieldValue.of(cursor.keys().get(1)));
    }
    return request.build();
  }

  private static SortOptions sort(String field, FieldType type) {
    FieldSort sort = FieldSort.of(f -> f.field(field).order(SortOrder.Desc).unmappedType(type));
    return SortOptions.of(s -> s.field(sort));
  }

  private static BoolQuery conditions(EventQuery query) {
    BoolQuery.Builder bool = new BoolQuery.Builder();
    query
        .fields()
        .forEach(
            (field, values) -> {
              List<FieldValue> wanted = values.stream().map(FieldValue::of).toList();
              bool.filter(f -> f.terms(t -> t.field(field).terms(v -> v.value(wanted))));
            });
    if (query.text() != null) {
      // A phrase has no operators, so there is nothing in a person's words to escape.
      bool.filter(
          f ->
              f.matchPhrasePrefix(
                  m -> m.field("event.original").query(query.text()).maxExpansions(MAX_PREFIXES)));
    }
    if (query.from() != null || query.to() != null) {
      bool.filter(range(query.from(), query.to()));
    }
    return bool.build();
  }

  private static Query range(@Nullable Instant from, @Nullable Instant to) {
    return Query.of(
        q ->
            q.range(
                r ->
                    r.date(
                        d -> {
                          d.field("@timestamp");
                          if (from != null) {
                            d.gte(from.toString());
                          }
                          if (to != null) {
                            d.lt(to.toString());
                          }
                          return d;
                        })));
  }

  private static Page<JsonNode> page(SearchResponse<JsonNode> response, int limit) {
    List<Hit<JsonNode>> hits = response.hits().hits();
    boolean more = hits.size() > limit;
    List<Hit<JsonNode>> shown = more ? hits.subList(0, limit) : hits;
    List<JsonNode> items = shown.stream().map(Hit::source).filter(Objects::nonNull).toList();
    String next = more ? cursor(shown.get(limit - 1)) : null;
    long total = response.hits().total() == null ? items.size() : response.hits().total().value();
    return new Page<>(items, next, total);
  }

  private static String cursor(Hit<JsonNode> last) {
    return new Cursor(
            ORDER,
            List.of(
                Long.toString(last.sort().get(0).longValue()), last.sort().get(1).stringValue()))
        .encode();
  }
}
