package io.zhidun.service.event;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** How many events there are of what, and since when: figures for features that measure. */
@Service
@Lazy
public class EventFacts {
  private static final String TIME = "@timestamp";
  private static final String RECEIVED = "event.created";
  private static final int MOST_DATASETS = 20;
  private static final String INTERVALS = "intervals";

  /** Questions in one request; more are asked one after another. */
  private static final int QUESTIONS = 50;

  private final ElasticsearchClient client;
  private final SearchProperties properties;

  EventFacts(ElasticsearchClient client, SearchProperties properties) {
    this.client = client;
    this.properties = properties;
  }

  /** Under which pattern events are stored, for who tells what was asked. */
  public String indices() {
    return properties.indices();
  }

  /**
   * A value of a field and the events that carry it.
   *
   * @param datasets kinds of logs, most events first
   */
  public record Name(String name, long events, Instant first, Instant last, List<String> datasets) {
    public Name {
      datasets = List.copyOf(datasets);
    }
  }

  /**
   * Values of a field in a time.
   *
   * @param complete whether every part of the store answered and no value was left out
   */
  public record Names(List<Name> names, boolean complete) {
    public Names {
      names = List.copyOf(names);
    }
  }

  /**
   * The values of a keyword field, most events first.
   *
   * @throws IOException when the store does not answer, or refuses
   */
  public Names names(String field, Instant from, Instant to, int most) throws IOException {
    Aggregation values =
        Aggregation.of(
            a ->
                a.terms(t -> t.field(field).size(most))
                    .aggregations("first", f -> f.min(m -> m.field(TIME)))
                    .aggregations("last", l -> l.max(m -> m.field(TIME)))
                    .aggregations(
                        "datasets",
                        d -> d.terms(t -> t.field("event.dataset").size(MOST_DATASETS))));
    try {
      SearchResponse<JsonNode> answer =
          client.search(
              s ->
                  s.index(properties.indices())
                      .ignoreUnavailable(true)
                      .allowNoIndices(true)
                      .timeout(properties.timeout().toMillis() + "ms")
                      .query(within(List.of(), from, to))
                      .size(0)
                      .aggregations("values", values),
              JsonNode.class);
      Aggregate found = answer.aggregations().get("values");
      if (found == null || !found.isSterms()) {
        return new Names(List.of(), whole(answer));
      }
      List<Name> names = found.sterms().buckets().array().stream().map(EventFacts::name).toList();
      long rest = Objects.requireNonNullElse(found.sterms().sumOtherDocCount(), 0L);
      return new Names(names, whole(answer) && rest == 0);
    } catch (ElasticsearchException e) {
      throw new IOException("the search store refused: " + e.getMessage(), e);
    }
  }

  private static boolean whole(SearchResponse<?> answer) {
    return !answer.timedOut() && answer.shards().failed().intValue() == 0;
  }

  private static Name name(StringTermsBucket bucket) {
    List<String> datasets = new ArrayList<>();
    Aggregate found = bucket.aggregations().get("datasets");
    if (found != null && found.isSterms()) {
      found.sterms().buckets().array().forEach(one -> datasets.add(one.key().stringValue()));
    }
    return new Name(
        bucket.key().stringValue(),
        bucket.docCount(),
        Objects.requireNonNull(time(bucket.aggregations(), "first")),
        Objects.requireNonNull(time(bucket.aggregations(), "last")),
        datasets);
  }

  private static @Nullable Instant time(Map<String, Aggregate> aggregates, String name) {
    Aggregate found = aggregates.get(name);
    if (found == null) {
      return null;
    }
    Double value = found.isMin() ? found.min().value() : found.max().value();
    return value == null || !Double.isFinite(value)
        ? null
        : Instant.ofEpochMilli(value.longValue());
  }

  /**
   * A question about some events.
   *
   * @param about the events that are counted; all of these must hold
   * @param signals counted apart, each by its name
   * @param samples how many of the newest events to give, at most 100
   * @param every length of the intervals of which it is told whether there was an event; zero for
   *     none
   * @param time field by which events are in the time that is asked, and by which samples are the
   *     newest
   */
  public record Question(
      List<EventCondition> about,
      Instant from,
      Instant to,
      Map<String, EventCondition> signals,
      int samples,
      Duration every,
      String time) {
    public Question {
      about = List.copyOf(about);
      signals = new LinkedHashMap<>(signals);
    }

    /** By the time that the events carry. */
    public Question(
        List<EventCondition> about,
        Instant from,
        Instant to,
        Map<String, EventCondition> signals,
        int samples,
        Duration every) {
      this(about, from, to, signals, samples, every, TIME);
    }

    /** The newest events that came, whatever time they carry. */
    public static Question received(
        List<EventCondition> about, Instant from, Instant to, int samples) {
      return new Question(about, from, to, Map.of(), samples, Duration.ZERO, RECEIVED);
    }
  }

  /**
   * What there is.
   *
   * @param oldest time of the oldest of the events, null where there is none
   * @param samples the newest, as stored
   * @param intervals begins of the intervals in which there was an event, in order
   */
  public record Facts(
      long events,
      @Nullable Instant oldest,
      @Nullable Instant newest,
      Map<String, Long> signals,
      List<JsonNode> samples,
      List<Instant> intervals) {
    public long signal(String name) {
      return signals.getOrDefault(name, 0L);
    }
  }

  /**
   * Answers questions, in their order.
   *
   * @throws IOException when the store does not answer, refuses, or answers in part: a count of
   *     some of the events would be told as one of all
   */
  public List<Facts> ask(List<Question> questions) throws IOException {
    List<Facts> answers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i += QUESTIONS) {
      answers.addAll(askSome(questions.subList(i, Math.min(questions.size(), i + QUESTIONS))));
    }
    return answers;
  }

  private List<Facts> askSome(List<Question> questions) throws IOException {
    List<RequestItem> searches = questions.stream().map(this::search).toList();
    try {
      MsearchResponse<JsonNode> answer = client.msearch(m -> m.searches(searches), JsonNode.class);
      List<Facts> facts = new ArrayList<>();
      for (MultiSearchResponseItem<JsonNode> one : answer.responses()) {
        if (one.isFailure()) {
          throw new IOException("the search store refused: " + one.failure().error().reason());
        }
        facts.add(facts(one.result()));
      }
      return facts;
    } catch (ElasticsearchException e) {
      throw new IOException("the search store refused: " + e.getMessage(), e);
    }
  }

  private RequestItem search(Question question) {
    return RequestItem.of(
        item ->
            item.header(
                    h -> h.index(properties.indices()).ignoreUnavailable(true).allowNoIndices(true))
                .body(
                    body -> {
                      body.query(
                              within(
                                  question.time(),
                                  question.about(),
                                  question.from(),
                                  question.to()))
                          .size(question.samples())
                          .timeout(properties.timeout().toMillis() + "ms")
                          .trackTotalHits(t -> t.enabled(true))
                          .aggregations("first", f -> f.min(m -> m.field(TIME)))
                          .aggregations("last", l -> l.max(m -> m.field(TIME)));
                      if (question.samples() > 0) {
                        body.sort(
                            s ->
                                s.field(
                                    f ->
                                        f.field(question.time())
                                            .order(SortOrder.Desc)
                                            .unmappedType(FieldType.Date)));
                      }
                      if (!question.every().isZero()) {
                        body.aggregations(INTERVALS, intervals(question.every()));
                      }
                      question
                          .signals()
                          .forEach(
                              (name, condition) ->
                                  body.aggregations("s-" + name, a -> a.filter(condition.query())));
                      return body;
                    }));
  }

  private static Aggregation intervals(Duration every) {
    return Aggregation.of(
        a ->
            a.dateHistogram(
                d ->
                    d.field(TIME)
                        .fixedInterval(i -> i.time(every.toSeconds() + "s"))
                        .minDocCount(1)));
  }

  private static Facts facts(MultiSearchItem<JsonNode> answer) throws IOException {
    if (answer.timedOut() || answer.shards().failed().intValue() > 0) {
      throw new IOException("the search store answered in part");
    }
    Map<String, Long> signals = new LinkedHashMap<>();
    answer
        .aggregations()
        .forEach(
            (name, found) -> {
              if (found.isFilter()) {
                signals.put(name.substring(2), found.filter().docCount());
              }
            });
    List<Instant> intervals = new ArrayList<>();
    Aggregate histogram = answer.aggregations().get(INTERVALS);
    if (histogram != null && histogram.isDateHistogram()) {
      histogram
          .dateHistogram()
          .buckets()
          .array()
          .forEach(bucket -> intervals.add(Instant.ofEpochMilli(bucket.key())));
    }
    List<JsonNode> samples =
        answer.hits().hits().stream().map(Hit::source).filter(Objects::nonNull).toList();
    return new Facts(
        answer.hits().total() == null ? 0 : answer.hits().total().value(),
        time(answer.aggregations(), "first"),
        time(answer.aggregations(), "last"),
        signals,
        samples,
        intervals);
  }

  /**
   * Values of a keyword field, and how many different values of another stand beside each; most
   * different ones first. The number is an estimate beyond some thousands.
   *
   * @throws IOException when the store does not answer, refuses, or answers in part
   */
  public Map<String, Long> spread(
      String field, String beside, List<EventCondition> about, Instant from, Instant to, int most)
      throws IOException {
    Aggregation values =
        Aggregation.of(
            a ->
                a.terms(t -> t.field(field).size(most))
                    .aggregations("beside", b -> b.cardinality(c -> c.field(beside))));
    try {
      SearchResponse<JsonNode> answer =
          client.search(
              s ->
                  s.index(properties.indices())
                      .ignoreUnavailable(true)
                      .allowNoIndices(true)
                      .timeout(properties.timeout().toMillis() + "ms")
                      .query(within(about, from, to))
                      .size(0)
                      .aggregations("values", values),
              JsonNode.class);
      if (!whole(answer)) {
        throw new IOException("the search store answered in part");
      }
      Map<String, Long> spread = new LinkedHashMap<>();
      Aggregate found = answer.aggregations().get("values");
      if (found != null && found.isSterms()) {
        found
            .sterms()
            .buckets()
            .array()
            .forEach(
                bucket -> {
                  Aggregate different = bucket.aggregations().get("beside");
                  if (different != null && different.isCardinality()) {
                    spread.put(bucket.key().stringValue(), different.cardinality().value());
                  }
                });
      }
      return spread;
    } catch (ElasticsearchException e) {
      throw new IOException("the search store refused: " + e.getMessage(), e);
    }
  }

  private static Query within(List<EventCondition> about, Instant from, Instant to) {
    return within(TIME, about, from, to);
  }

  private static Query within(String time, List<EventCondition> about, Instant from, Instant to) {
    return Query.of(
        q ->
            q.bool(
                bool -> {
                  bool.filter(
                      f ->
                          f.range(
                              r ->
                                  r.date(
                                      d -> d.field(time).gte(from.toString()).lt(to.toString()))));
                  about.forEach(condition -> bool.filter(condition.query()));
                  return bool;
                }));
  }
}
