package io.zhidun.service.ruleset;

import io.zhidun.events.Digests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes sets and the counter. */
@Repository
class RuleSetRepository {
  private static final String COLUMNS = "number, activated_at, author, approver, proposal_id";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final RuleTexts texts;

  RuleSetRepository(JdbcTemplate template, JdbcClient jdbc, RuleTexts texts) {
    this.template = template;
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /**
   * A set that was activated.
   *
   * @param author who proposed it
   * @param approver who consented
   * @param proposal the proposal that made it
   */
  record Activated(long number, Instant at, String author, String approver, long proposal) {}

  /** What the counter's row holds. */
  record Counter(long proposal, long number, long published, String topic) {}

  Counter counter() {
    return counter("");
  }

  /** The counter, locked until the transaction ends. */
  Counter lock() {
    return counter(" for update");
  }

  private Counter counter(String suffix) {
    return jdbc.sql(
            "select last_proposal, last_number, published_number, published_topic"
                + " from rule_set_counter where id = 1"
                + suffix)
        .query(
            (rs, row) -> new Counter(rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getString(4)))
        .single();
  }

  void countProposal(long id) {
    jdbc.sql("update rule_set_counter set last_proposal = ? where id = 1").param(id).update();
  }

  void published(long number, String topicId) {
    jdbc.sql("update rule_set_counter set published_number = ?, published_topic = ? where id = 1")
        .params(number, topicId)
        .update();
  }

  Optional<Activated> find(long number) {
    return list(number + 1, 1).stream().filter(set -> set.number() == number).findFirst();
  }

  /** Newest first, with numbers below {@code before}. */
  List<Activated> list(long before, int limit) {
    return jdbc.sql(
            "select " + COLUMNS + " from rule_set where number < ? order by number desc limit ?")
        .params(before, limit)
        .query(
            (rs, row) ->
                new Activated(
                    rs.getLong(1),
                    ProposalRepository.instant(rs.getLong(2)),
                    rs.getString(3),
                    rs.getString(4),
                    rs.getLong(5)))
        .list();
  }

  /** What a set holds; nothing for 0, the catalogue as shipped. */
  SiteRules content(long number) {
    List<Member> members =
        jdbc.sql(
                "select rule_id, path, text_digest, cases_digest from rule_set_member"
                    + " where set_number = ?")
            .param(number)
            .query(
                (rs, row) ->
                    new Member(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)))
            .list();
    Map<String, String> bodies =
        texts.load(
            members.stream()
                .flatMap(member -> Stream.of(member.text(), member.cases()))
                .filter(digest -> digest != null)
                .toList());
    TreeMap<String, SiteText> byId = new TreeMap<>();
    for (Member member : members) {
      byId.put(
          member.ruleId(),
          new SiteText(
              member.path(),
              bodies.getOrDefault(member.text(), ""),
              bodies.getOrDefault(member.cases(), "")));
    }
    List<String> disabled =
        jdbc.sql("select rule_id from rule_set_disabled where set_number = ?")
            .param(number)
            .query(String.class)
            .list();
    return new SiteRules(byId, new TreeSet<>(disabled));
  }

  private record Member(String ruleId, String path, String text, @Nullable String cases) {}

  /** Makes a set the current one. Its texts are stored already, with its proposal or before. */
  void insert(Activated set, SiteRules content) {
    jdbc.sql("insert into rule_set (" + COLUMNS + ") values (?, ?, ?, ?, ?)")
        .params(
            set.number(),
            ProposalRepository.micros(set.at()),
            set.author(),
            set.approver(),
            set.proposal())
        .update();
    template.batchUpdate(
        "insert into rule_set_member (set_number, rule_id, path, text_digest, cases_digest)"
            + " values (?, ?, ?, ?, ?)",
        content.texts().entrySet().stream()
            .map(
                entry -> {
                  SiteText text = entry.getValue();
                  return new Object[] {
                    set.number(),
                    entry.getKey(),
                    text.path(),
                    Digests.of(text.text()),
                    RuleTexts.casesDigest(text)
                  };
                })
            .toList());
    template.batchUpdate(
        "insert into rule_set_disabled (set_number, rule_id) values (?, ?)",
        content.disabled().stream().map(id -> new Object[] {set.number(), id}).toList());
    jdbc.sql("update rule_set_counter set last_number = ? where id = 1")
        .param(set.number())
        .update();
  }
}
