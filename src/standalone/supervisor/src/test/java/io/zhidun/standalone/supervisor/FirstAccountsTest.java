package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAccountsTest {
  private final Random random = new Random(7);
  @TempDir private Path folder;
  private Installation at = new Installation(Path.of("/home"), Path.of("/data"));

  @BeforeEach
  void layOut() throws IOException {
    at = new Installation(folder, folder);
    at.create();
  }

  @Test
  void areOneOfEachRoleWithPasswordsThatPeopleCanRead() {
    var accounts = FirstAccounts.random(random).accounts();
    assertThat(accounts)
        .extracting(FirstAccounts.Account::name)
        .containsExactly(
            "operator", "engineer", "auditor", "reviewer", "system-admin", "security-admin");
    assertThat(accounts)
        .extracting(FirstAccounts.Account::password)
        .doesNotHaveDuplicates()
        .allMatch(password -> password.matches("[2-9a-zA-Z]{20}"))
        .noneMatch(password -> password.matches(".*[lIO].*"));
  }

  @Test
  void areHandedOverInAFileThatOnlyTheOwnerReads() throws IOException {
    FirstAccounts made = FirstAccounts.prepare(at, random);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(at.firstAccounts())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(at.firstAccounts()))
        .startsWith("{\"accounts\":[{\"name\":\"operator\",\"role\":\"operator\",\"password\":\"");
    assertThat(FirstAccounts.prepare(at, random)).as("nobody took them yet").isEqualTo(made);
  }

  @Test
  void areMadeOnlyOnce() throws IOException {
    FirstAccounts.prepare(at, random);
    Files.delete(at.firstAccounts());
    assertThat(FirstAccounts.prepare(at, random).accounts()).isEmpty();
  }

  @Test
  void doNotSayTheirPasswordsInALog() {
    var account = new FirstAccounts.Account("operator", "operator", "secret");
    assertThat(account).hasToString("Account[name=operator, role=operator]");
  }
}
