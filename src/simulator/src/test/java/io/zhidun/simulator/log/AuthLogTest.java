package io.zhidun.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.simulator.time.DutyHours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthLogTest {
  @Test
  void writesWhatSshdAndSudoWrite(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("auth.log");
    Clock clock = Clock.fixed(Instant.parse("2026-11-02T20:04:05Z"), DutyHours.ZONE);
    try (LogFile file = new LogFile(path, new LogFile.Rotation(10_000, 1), true)) {
      AuthLog log = new AuthLog(file, "review-web-01", clock);
      log.passwordFailed("root", "2001:db8::5", 40_022);
      log.sudoRefused("d50001", "user NOT in sudoers", "root", "/usr/bin/id");
      log.sudo("d50001", "root", "/usr/bin/id");
    }
    assertThat(Files.readAllLines(path))
        .containsExactly(
            "Nov  3 04:04:05 review-web-01 sshd[2000]: Failed password for root"
                + " from 2001:db8::5 port 40022 ssh2",
            "Nov  3 04:04:05 review-web-01 sudo:   d50001 : user NOT in sudoers ; TTY=pts/0 ;"
                + " PWD=/home/d50001 ; USER=root ; COMMAND=/usr/bin/id",
            "Nov  3 04:04:05 review-web-01 sudo:   d50001 : TTY=pts/0 ; PWD=/home/d50001 ;"
                + " USER=root ; COMMAND=/usr/bin/id");
  }
}
