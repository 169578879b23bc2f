package io.zhidun.service.access;

import java.util.Optional;
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
                + " credential_version from account where name = ?")
        .param(name)
        .query(
            (rs, row) ->
                new Account(
                    rs.getString(1),
                    rs.getString(2),
                    Role.of(rs.getString(3)),
                    rs.getString(4),
                    rs.getBoolean(5),
                    rs.getInt(6)))
        .optional();
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
