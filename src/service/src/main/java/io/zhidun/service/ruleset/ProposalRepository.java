package io.zhidun.service.ruleset;

import io.zhidun.events.Digests;
import io.zhidun.service.ruleset.Proposal.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes proposals. */
@Repository
class ProposalRepository {
  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final RuleTexts texts;

  ProposalRepository(JdbcTemplate template, JdbcClient jdbc, RuleTexts texts) {
    this.template = template;
    this.jdbc = jdbc;
    this.texts = texts;
  }

  Optional<Proposal> find(long id) {
    return jdbc.sql("select * from rule_proposal where id = ?")
        .param(id)
        .query((rs, row) -> proposal(rs))
        .optional();
  }

  /** Newest first, with ids below {@code before}; {@code states} must not be empty. */
  List<Proposal> list(List<State> states, long before, int limit) {
    return jdbc.sql(
            "select * from rule_proposal where state in (:states) and id < :before"
                + " order by id desc limit :rows")
        .param("states", states.stream().map(State::label).toList())
        .param("before", before)
        .param("rows", limit)
        .query((rs, row) -> proposal(rs))
        .list();
  }

  long count(List<State> states) {
    return jdbc.sql("select count(*) from rule_proposal where state in (:states)")
        .param("states", states.stream().map(State::label).toList())
        .query(Long.class)
        .single();
  }

  List<Change> changes(long id) {
    List<Stored> stored =
        jdbc.sql(
                "select kind, rule_id, path, text_digest, cases_digest from rule_change"
                    + " where proposal_id = ? order by position_number")
            .param(id)
            .query(
                (rs, row) ->
                    new Stored(
                        Change.Kind.of(rs.getString(1)),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5)))
            .list();
    Map<String, String> bodies =
        texts.load(
            stored.stream()
                .flatMap(s -> Stream.of(s.text(), s.cases()))
                .filter(d -> d != null)
                .toList());
    return stored.stream().map(one -> one.change(bodies)).toList();
  }

  private record Stored(
      Change.Kind kind, String ruleId, String path, @Nullable String text, @Nullable String cases) {
    Change change(Map<String, String> bodies) {
      return text == null
          ? Change.of(kind, ruleId)
          : Change.put(
              ruleId,
              new SiteText(path, bodies.getOrDefault(text, ""), bodies.getOrDefault(cases, "")));
    }
  }

  void insert(Proposal proposal, List<Change> changes) {
    template.update(
        "insert into rule_proposal (id, revision, state, title, note, author, created_at,"
            + " updated_at, base_number, rollback_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        proposal.id(),
        proposal.revision(),
        proposal.state().label(),
        proposal.title(),
        proposal.note(),
        proposal.author(),
        micros(proposal.createdAt()),
        micros(proposal.updatedAt()),
        proposal.base(),
        proposal.rollbackTo());
    insert(proposal.id(), changes);
  }

  private void insert(long id, List<Change> changes) {
    texts.save(changes);
    List<Object[]> rows = new ArrayList<>();
    for (Change change : changes) {
      SiteText text = change.text();
      rows.add(
          new Object[] {
            id,
            rows.size(),
            change.kind().label(),
            change.ruleId(),
            text == null ? "" : text.path(),
            text == null ? null : Digests.of(text.text()),
            text == null ? null : RuleTexts.casesDigest(text)
          });
    }
    template.batchUpdate(
        "insert into rule_change (proposal_id, position_number, kind, rule_id, path, text_digest,"
            + " cases_digest) values (?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Another content; who looked at the old one cannot approve the new one unseen. */
  void edit(long id, String title, String note, List<Change> changes, Instant now) {
    jdbc.sql(
            "update rule_proposal set title = ?, note = ?, state = ?, revision = revision + 1,"
                + " updated_at = ? where id = ?")
        .params(title, note, State.DRAFT.label(), micros(now), id)
        .update();
    jdbc.sql("delete from rule_change where proposal_id = ?").param(id).update();
    insert(id, changes);
  }

  void propose(long id, long base, Instant now) {
    jdbc.sql("update rule_proposal set state = ?, base_number = ?, updated_at = ? where id = ?")
        .params(State.PROPOSED.label(), base, micros(now), id)
        .update();
  }

  void decide(
      long id, State state, String by, String decision, @Nullable Long setNumber, Instant now) {
    template.update(
        "update rule_proposal set state = ?, decided_by = ?, decided_at = ?, decision = ?,"
            + " set_number = ?, updated_at = ? where id = ?",
        state.label(),
        by,
        micros(now),
        decision,
        setNumber,
        micros(now),
        id);
  }

  private static Proposal proposal(ResultSet rs) throws SQLException {
    Long decidedAt = rs.getObject("decided_at", Long.class);
    return new Proposal(
        rs.getLong("id"),
        rs.getInt("revision"),
        State.of(rs.getString("state")),
        rs.getString("title"),
        rs.getString("note"),
        rs.getString("author"),
        instant(rs.getLong("created_at")),
        instant(rs.getLong("updated_at")),
        rs.getLong("base_number"),
        rs.getObject("rollback_to", Long.class),
        rs.getString("decided_by"),
        decidedAt == null ? null : instant(decidedAt),
        rs.getString("decision"),
        rs.getObject("set_number", Long.class));
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
