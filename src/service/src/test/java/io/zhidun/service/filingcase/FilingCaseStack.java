package io.zhidun.service.filingcase;

import io.zhidun.events.Json;
import io.zhidun.service.access.Directory;
import io.zhidun.service.access.TestDirectory;
import io.zhidun.service.alert.AlertFinders;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.store.Durability;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feature wired by hand on a database. */
final class FilingCaseStack {
  final FilingStore store;
  final CaseBook book;
  final CaseActions actions;
  final CaseSearch search;
  final CaseDetail detail;
  final CaseGraph graph;
  final CaseTimeline timeline;
  final CaseSample sample;
  final Retention retention;
  final MonthlyReport reports;
  final FilingView view;
  final FilingComparison comparison;
  final AccessLog access;
  final CaseAlerts alerts;
  final FilingRepository filings;
  final List<FilingCasesChanged> announced = new ArrayList<>();
  final List<AuditEntry> audited = new ArrayList<>();

  FilingCaseStack(DataSource source, Clock clock) {
    FilingCaseProperties properties =
        new FilingCaseProperties(1095, 184, 1, 2, Duration.ofHours(24));
    JdbcTemplate template = new JdbcTemplate(source);
    JdbcClient jdbc = JdbcClient.create(template);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    ApplicationEventPublisher events = event -> announced.add((FilingCasesChanged) event);
    Directory directory = TestDirectory.of(jdbc);
    CaseFace face = new CaseFace(directory);
    CaseNews news = new CaseNews(events, face);
    CaseCounter counter = new CaseCounter(jdbc);
    CaseRepository cases = new CaseRepository(template, jdbc);
    IndicationRepository indications = new IndicationRepository(template, jdbc);
    OutcomeRepository outcomes = new OutcomeRepository(template, jdbc);
    filings = new FilingRepository(template, jdbc);
    store = new FilingStore(filings, counter, properties, transaction, new Random(7), clock);
    book = new CaseBook(counter, cases, indications, news, transaction, clock);
    actions =
        new CaseActions(
            counter,
            cases,
            indications,
            outcomes,
            news,
            directory,
            transaction,
            audited::add,
            new Durability(source, jdbc),
            clock);
    alerts = new CaseAlerts(filings, cases, AlertFinders.of(jdbc));
    search = new CaseSearch(jdbc, face);
    detail =
        new CaseDetail(
            cases, indications, filings, outcomes, alerts, face, transaction, Json.mapper());
    graph = new CaseGraph(cases, indications, filings, transaction);
    timeline = new CaseTimeline(cases, filings, indications, alerts, transaction);
    sample = new CaseSample(filings, cases, counter, news, properties, transaction, clock);
    retention = new Retention(jdbc, properties, transaction, clock);
    reports = new MonthlyReport(jdbc, outcomes, indications, filings);
    view = new FilingView(filings);
    comparison = new FilingComparison(filings);
    access = new AccessLog(jdbc, audited::add, clock);
  }
}
