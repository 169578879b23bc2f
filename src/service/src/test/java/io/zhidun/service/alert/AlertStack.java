package io.zhidun.service.alert;

import io.zhidun.events.Json;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.store.Durability;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The alert feature wired by hand on a database. */
public final class AlertStack {
  public final AlertBook book;
  final AlertActions actions;
  public final AlertFeed feed;
  final AlertDetail detail;
  final AlertSearch search;
  final List<Long> announced = new ArrayList<>();
  final List<AuditEntry> audited = new ArrayList<>();
  private final EpisodeRepository episodes;

  public AlertStack(DataSource source, Clock clock) {
    JdbcTemplate template = new JdbcTemplate(source);
    JdbcClient jdbc = JdbcClient.create(template);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    ApplicationEventPublisher events = event -> announced.add(((AlertsChanged) event).revision());
    episodes = new EpisodeRepository(template, jdbc, Json.mapper());
    DetectionRepository detections = new DetectionRepository(template, jdbc);
    AlertCounter counter = new AlertCounter(jdbc);
    book =
        new AlertBook(
            counter,
            episodes,
            detections,
            new EpisodeRebuild(episodes, detections),
            transaction,
            events,
            clock);
    actions =
        new AlertActions(
            counter,
            episodes,
            transaction,
            events,
            audited::add,
            new Durability(source, jdbc),
            clock);
    feed = new AlertFeed(episodes, counter);
    detail = new AlertDetail(episodes, detections, List.of(), transaction, Json.mapper());
    search = new AlertSearch(jdbc, Json.mapper());
  }

  List<String> trail(long alert) {
    return episodes.trail(alert).stream().map(entry -> entry.action().label()).toList();
  }
}
