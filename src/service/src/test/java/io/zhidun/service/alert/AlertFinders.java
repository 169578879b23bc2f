package io.zhidun.service.alert;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The finder of a database that a test wires by hand. */
public final class AlertFinders {
  private AlertFinders() {}

  public static AlertFinder of(JdbcClient jdbc) {
    return new AlertFinder(jdbc);
  }
}
