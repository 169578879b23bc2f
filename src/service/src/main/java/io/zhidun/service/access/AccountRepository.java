package io.zhidun.service.access;

import io.zhidun.service.store.Micros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes accounts. */
@Repository
class AccountRepository {
  private final JdbcClient jdbc;

  AccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String name) {
    return jdbc.sql(
            "select name, display_name, role, password_hash, must_change_password,"
                + " credential_version, locked_at from account where name = ?")
        .param(name)
        .query(
            (rs, row) ->
                new Account(
                    rs.getString(1),
                    rs.getString(2),
                    Role.of(rs.getString(3)),
                    rs.getString(4),
                    rs.getBoolean(5),
                    rs.getInt(6),
                    rs.getObject(7) != null))
        .optional();
  }

  /**
   * An account as administrators see it.
   *
   * @param formerRole that a reset put aside
   * @param createdBy null for the first accounts, which the platform made
   * @param lastSignInAt null where nobody ever signed in with it
   */
  record Kept(
      String name,
      String displayName,
      Role role,
      Role formerRole,
      boolean firstPassword,
      Instant createdAt,
      @Nullable String createdBy,
      @Nullable String grantedBy,
      @Nullable Instant grantedAt,
      @Nullable String lockedBy,
      @Nullable Instant lockedAt,
      @Nullable Instant lastSignInAt) {
    boolean locked() {
      return lockedAt != null;
    }
  }

  private static final String KEPT =
      "select name, display_name, role, former_role, must_change_password, created_at, created_by,"
          + " granted_by, granted_at, locked_by, locked_at, last_sign_in_at from account ";

  List<Kept> all() {
    return jdbc.sql(KEPT + "order by name").query(AccountRepository::kept).list();
  }

  Optional<Kept> kept(String name) {
    return jdbc.sql(KEPT + "where name = ?").param(name).query(AccountRepository::kept).optional();
  }

  /** Until the transaction ends nobody else administers: that one is left can be relied upon. */
  void lockAll() {
    jdbc.sql("select name from account order by name for update").query(String.class).list();
  }

  void madeBy(String name, String by) {
    jdbc.sql("update account set created_by = ? where name = ?").params(by, name).update();
  }

  /** Locks; sessions end. */
  void lock(String name, String by, long now) {
    jdbc.sql(
            "update account set locked_by = ?, locked_at = ?,"
                + " credential_version = credential_version + 1 where name = ?")
        .params(by, now, name)
        .update();
  }

  void unlock(String name) {
    jdbc.sql("update account set locked_by = null, locked_at = null where name = ?")
        .param(name)
        .update();
  }

  /** Stores a password that somebody else chose, and puts the role aside; sessions end. */
  void reset(String name, String hash) {
    jdbc.sql(
            "update account set password_hash = ?, must_change_password = true,"
                + " former_role = case when role = 'none' then former_role else role end,"
                + " role = 'none', granted_by = null, granted_at = null,"
                + " credential_version = credential_version + 1 where name = ?")
        .params(hash, name)
        .update();
  }

  void signedIn(String name, long now) {
    jdbc.sql("update account set last_sign_in_at = ? where name = ?").params(now, name).update();
  }

  /** Gives a role; sessions with the one before end. */
  void grant(String name, Role role, Role former, String by, long now) {
    jdbc.sql(
            "update account set role = ?, former_role = ?, granted_by = ?, granted_at = ?,"
                + " credential_version = credential_version + 1 where name = ?")
        .params(role.label(), former.label(), by, now, name)
        .update();
  }

  private static Kept kept(ResultSet rs, int row) throws SQLException {
    String former = rs.getString(4);
    return new Kept(
        rs.getString(1),
        rs.getString(2),
        Role.of(rs.getString(3)),
        former == null ? Role.NONE : Role.of(former),
        rs.getBoolean(5),
        Micros.instant(rs.getLong(6)),
        rs.getString(7),
        rs.getString(8),
        time(rs, 9),
        rs.getString(10),
        time(rs, 11),
        time(rs, 12));
  }

  private static @Nullable Instant time(ResultSet rs, int column) throws SQLException {
    long micros = rs.getLong(column);
    return rs.wasNull() ? null : Micros.instant(micros);
  }

  boolean isEmpty() {
    return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
  }

  void add(Account account, long now) {
    jdbc.sql(
            "insert into account (name, display_name, role, password_hash, must_change_password,"
                + " credential_version, created_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            account.name(),
            account.displayName(),
            account.role().label(),
            account.passwordHash(),
            account.mustChangePassword(),
            account.credentialVersion(),
            now)
        .update();
  }

  /** Stores a password that its owner chose; sessions of the old one end. */
  void changePassword(String name, String hash) {
    jdbc.sql(
            "update account set password_hash = ?, must_change_password = false,"
                + " credential_version = credential_version + 1 where name = ?")
        .params(hash, name)
        .update();
  }
}
