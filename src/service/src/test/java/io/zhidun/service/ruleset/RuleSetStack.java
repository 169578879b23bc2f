package io.zhidun.service.ruleset;

import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.store.Durability;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feature wired by hand on a database. */
final class RuleSetStack {
  private static final RuleBook BOOK = new RuleBook(SiteKnowledge.none());

  final RuleBook book = BOOK;
  final Proposals proposals;
  final ProposalRepository repository;
  final RuleSetRepository sets;
  final RuleTrail trail;
  final List<Long> activated = new ArrayList<>();
  final List<AuditEntry> audited = new ArrayList<>();

  RuleSetStack(DataSource source, Clock clock) {
    JdbcTemplate template = new JdbcTemplate(source);
    JdbcClient jdbc = JdbcClient.create(template);
    RuleTexts texts = new RuleTexts(template, jdbc);
    repository = new ProposalRepository(template, jdbc, texts);
    sets = new RuleSetRepository(template, jdbc, texts);
    trail = new RuleTrail(template, jdbc, audited::add, clock);
    proposals =
        new Proposals(
            repository,
            sets,
            book,
            trail,
            new TransactionTemplate(new JdbcTransactionManager(source)),
            event -> activated.add(((RuleSetActivated) event).number()),
            new Durability(source, jdbc),
            clock);
  }
}
