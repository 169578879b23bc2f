package io.zhidun.service.ruleset;

import com.fasterxml.jackson.annotation.JsonValue;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with rules, and when. Written in the transaction of the act. */
@Repository
class RuleTrail {
  /** Longest note a person may write. */
  static final int MAX_NOTE = 4000;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  RuleTrail(JdbcTemplate template, JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.template = template;
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  enum Action {
    CREATED("proposal.create"),
    IMPORTED("proposal.import"),
    EDITED("proposal.edit"),
    PROPOSED("proposal.propose"),
    WITHDRAWN("proposal.withdraw"),
    APPROVED("ruleset.activate"),
    REJECTED("proposal.reject"),
    ROLLBACK("ruleset.rollback"),
    DRY_RUN("proposal.dry-run");

    private final String audited;

    Action(String audited) {
      this.audited = audited;
    }

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Action of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /** One thing that happened. */
  record Entry(
      Instant at,
      String actor,
      Action action,
      @Nullable Long proposal,
      @Nullable Long set,
      String note) {}

  void add(String actor, Action action, long proposal, @Nullable Long set, String note) {
    template.update(
        "insert into rule_trail (happened_at, actor, action, proposal_id, set_number, note)"
            + " values (?, ?, ?, ?, ?, ?)",
        now(),
        actor,
        action.label(),
        proposal,
        set,
        note);
    Map<String, String> detail = set == null ? Map.of() : Map.of("set", set.toString());
    audit.record(AuditEntry.by(actor, action.audited, "proposal", proposal, detail));
  }

  List<Entry> of(long proposal) {
    return jdbc.sql(
            "select happened_at, actor, action, proposal_id, set_number, note from rule_trail"
                + " where proposal_id = ? order by id")
        .param(proposal)
        .query(
            (rs, row) ->
                new Entry(
                    Instant.EPOCH.plus(rs.getLong(1), ChronoUnit.MICROS),
                    rs.getString(2),
                    Action.of(rs.getString(3)),
                    rs.getObject(4, Long.class),
                    rs.getObject(5, Long.class),
                    rs.getString(6)))
        .list();
  }

  long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
  }
}
