package io.zhidun.service.access;

import io.zhidun.service.store.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the platform's own accounts and sign-ins are like, for who checks the platform itself. */
@Repository
public class AccountFigures {
  private final JdbcClient jdbc;
  private final AccessProperties properties;
  private final Duration idle;

  AccountFigures(
      JdbcClient jdbc,
      AccessProperties properties,
      @Value("${server.servlet.session.timeout:30m}") Duration idle) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.idle = idle;
  }

  /**
   * An account and how it is used.
   *
   * @param firstPassword it still has the password that somebody else chose
   * @param passwordAt when its present password was set
   * @param lastSignIn null where there was none
   */
  public record Used(
      String name,
      String displayName,
      Role role,
      boolean locked,
      boolean firstPassword,
      Instant createdAt,
      Instant passwordAt,
      @Nullable Instant lastSignIn) {}

  public List<Used> accounts() {
    return jdbc.sql(
            "select a.name, a.display_name, a.role, a.locked_at, a.must_change_password,"
                + " a.created_at,"
                + " (select max(t.happened_at) from access_trail t where t.account = a.name"
                + " and t.action = 'password-changed') password_at,"
                + " (select max(t.happened_at) from access_trail t where t.account = a.name"
                + " and t.action = 'signed-in') signed_in from account a order by a.name")
        .query(
            (rs, row) -> {
              Instant created = Micros.instant(rs.getLong("created_at"));
              long password = rs.getLong("password_at");
              Instant passwordAt = rs.wasNull() ? created : Micros.instant(password);
              long signedIn = rs.getLong("signed_in");
              Instant last = rs.wasNull() ? null : Micros.instant(signedIn);
              return new Used(
                  rs.getString("name"),
                  rs.getString("display_name"),
                  Role.of(rs.getString("role")),
                  rs.getObject("locked_at") != null,
                  rs.getBoolean("must_change_password"),
                  created,
                  passwordAt,
                  last);
            })
        .list();
  }

  /**
   * A successful sign-in.
   *
   * @param peer address that it came from
   */
  public record SignedInFrom(String account, Role role, String peer, Instant at) {}

  /** Sign-ins since a time, newest first, at most 5,000. */
  public List<SignedInFrom> signIns(Instant from) {
    return jdbc.sql(
            "select t.account, a.role, t.peer, t.happened_at from access_trail t"
                + " join account a on a.name = t.account"
                + " where t.action = 'signed-in' and t.happened_at >= ?"
                + " order by t.happened_at desc, t.id desc limit 5000")
        .param(Micros.of(from))
        .query(
            (rs, row) ->
                new SignedInFrom(
                    rs.getString(1),
                    Role.of(rs.getString(2)),
                    rs.getString(3),
                    Micros.instant(rs.getLong(4))))
        .list();
  }

  /** Wrong passwords in a row that lock an account. */
  public int lockAfter() {
    return properties.attempts();
  }

  public Duration lock() {
    return properties.lock();
  }

  /** After which pause a session ends. */
  public Duration idle() {
    return idle;
  }

  /** Shortest password that a person may choose. */
  public int leastPassword() {
    return PasswordRules.MIN;
  }
}
