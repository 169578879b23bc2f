package io.zhidun.service.filingcase;

import static io.zhidun.service.filingcase.Filings.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.Drafts;
import io.zhidun.service.MutableClock;
import io.zhidun.service.alert.AlertStack;
import io.zhidun.service.alert.Draft;
import io.zhidun.service.filingcase.CaseMove.Outcome;
import io.zhidun.service.web.Parameters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/** A database with filing cases, and short words for what tests do with them. */
abstract class FilingCaseScene {
  static final String FIRST = "2026100000011";
  static final String SECOND = "2026100000022";

  final MutableClock clock = new MutableClock(NOON.plus(Duration.ofHours(1)));
  HikariDataSource source;
  FilingCaseStack feature;

  abstract HikariDataSource dataSource();

  @BeforeEach
  void open() {
    source = dataSource();
    feature = new FilingCaseStack(source, clock);
  }

  @AfterEach
  void close() {
    source.close();
  }

  CaseBook.Entered indicate(Indications... indications) {
    return feature.book.accept(Arrays.stream(indications).map(Indications::read).toList());
  }

  FilingStore.Stored keep(ObjectNode... records) {
    return feature.store.store(Arrays.stream(records).map(Filings::read).toList());
  }

  void alert(String address) {
    new AlertStack(source, clock).book.accept(List.of(Draft.read(Drafts.from(address).json())));
  }

  void move(long id, String to) {
    feature.actions.move(id, "rita", CaseMove.read(to, "已核对", null, null));
  }

  static CaseMove confirmed(String kind) {
    return close("confirmed", Map.of(kind, true));
  }

  static CaseMove close(String to, Map<String, Boolean> outcomes) {
    return CaseMove.read(
        to,
        "依据证据",
        null,
        outcomes.entrySet().stream().map(e -> new Outcome(e.getKey(), e.getValue())).toList());
  }

  static io.zhidun.rules.filings.judge.Tier judged(String name) {
    return io.zhidun.rules.filings.judge.Tier.valueOf(name);
  }

  CaseRow only() {
    assertThat(rows()).hasSize(1);
    return rows().get(0);
  }

  List<CaseRow> rows(String... parameters) {
    MultiValueMap<String, String> query = query(parameters);
    CaseOrder.Directed order =
        query.containsKey("sort")
            ? CaseOrder.Directed.of(query.getOrDefault("sort", List.of()).get(0))
            : CaseOrder.Directed.DEFAULT;
    return feature.search.page(filter(parameters), order, null, 100).items();
  }

  static CaseFilter filter(String... parameters) {
    Parameters read = new Parameters(query(parameters));
    CaseFilter filter = CaseFilter.read(read);
    read.check();
    return filter;
  }

  static MultiValueMap<String, String> query(String... parameters) {
    MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      query.add(parameters[i], parameters[i + 1]);
    }
    return query;
  }

  List<String> trail(long id) {
    List<String> acts = new ArrayList<>();
    feature.detail.of(id).path("trail").forEach(entry -> acts.add(entry.path("act").asString()));
    return acts;
  }

  long count(String table) {
    return JdbcClient.create(source)
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }
}
