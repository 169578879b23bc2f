package io.zhidun.service.event;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;

/** What must hold of an event to be counted. */
public final class EventCondition {
  private final Query query;

  private EventCondition(Query query) {
    this.query = query;
  }

  Query query() {
    return query;
  }

  /** A keyword, address or number has one of these values; addresses may be networks. */
  public static EventCondition in(String field, Collection<String> values) {
    List<FieldValue> wanted = values.stream().map(FieldValue::of).toList();
    return new EventCondition(
        Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(wanted)))));
  }

  public static EventCondition is(String field, String value) {
    return in(field, List.of(value));
  }

  public static EventCondition startsWith(String field, String prefix) {
    return new EventCondition(Query.of(q -> q.prefix(p -> p.field(field).value(prefix))));
  }

  public static EventCondition has(String field) {
    return new EventCondition(Query.of(q -> q.exists(e -> e.field(field))));
  }

  /** The raw line holds these words one after another. */
  public static EventCondition says(String words) {
    return new EventCondition(
        Query.of(q -> q.matchPhrase(m -> m.field("event.original").query(words))));
  }

  public static EventCondition all(EventCondition... conditions) {
    List<Query> all = List.of(conditions).stream().map(EventCondition::query).toList();
    return new EventCondition(Query.of(q -> q.bool(b -> b.filter(all))));
  }

  public static EventCondition any(Collection<EventCondition> conditions) {
    List<Query> any = conditions.stream().map(EventCondition::query).toList();
    return new EventCondition(Query.of(q -> q.bool(b -> b.should(any).minimumShouldMatch("1"))));
  }

  public static EventCondition not(EventCondition condition) {
    return new EventCondition(Query.of(q -> q.bool(b -> b.mustNot(condition.query()))));
  }
}
