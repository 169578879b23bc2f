package io.zhidun.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.testkit.Await;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Debian's OpenSSH server. */
class SftpTargetTest extends TargetContract {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  @TempDir static Path shared;
  private static Processes processes;
  private static int port;

  @TempDir Path folder;

  @BeforeAll
  static void startServer() throws Exception {
    Assumptions.assumeTrue(
        Files.isExecutable(SSHD), "skipped: the Debian package openssh-server is not installed");
    processes = new Processes(shared);
    port = Ports.free();
    keygen("host_key");
    keygen("user_key");
    keygen("other_key");
    Files.createDirectories(Path.of("/run/sshd"));
    Path config =
        Files.writeString(
            shared.resolve("sshd_config"),
            """
            Port %d
            ListenAddress 127.0.0.1
            HostKey %s
            PidFile none
            UsePAM no
            StrictModes no
            PermitRootLogin yes
            PasswordAuthentication no
            AuthorizedKeysFile %s
            Subsystem sftp internal-sftp
            """
                .formatted(port, shared.resolve("host_key"), shared.resolve("user_key.pub")));
    processes.start(
        "sshd", new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString()));
    Await.until(Duration.ofSeconds(20), "sshd", SftpTargetTest::answers);
  }

  private static boolean answers() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }

  private static void keygen(String name) throws Exception {
    Process made =
        new ProcessBuilder(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                shared.resolve(name).toString())
            .start();
    assertThat(made.waitFor()).isZero();
  }

  @AfterAll
  static void stopServer() throws InterruptedException {
    if (processes != null) {
      processes.close();
    }
  }

  private static SftpOptions options(Path folder, String hostKey, boolean appendOnly)
      throws IOException {
    return new SftpOptions(
        "127.0.0.1",
        port,
        System.getProperty("user.name"),
        Files.readString(shared.resolve(hostKey + ".pub")).strip(),
        shared.resolve("user_key"),
        null,
        folder.toString(),
        appendOnly,
        Duration.ofSeconds(10));
  }

  @Override
  Target open() throws IOException {
    return new SftpTarget(options(folder, "host_key", false));
  }

  @Override
  Target openAppendOnly() throws IOException {
    return new SftpTarget(options(folder, "host_key", true));
  }

  @Test
  void refusesAServerWithAnotherKey() throws IOException {
    try (Target other = new SftpTarget(options(folder, "other_key", false))) {
      assertThatThrownBy(() -> other.find("x"))
          .isInstanceOf(TargetException.class)
          .hasMessageContaining("cannot be reached");
    }
  }

  @Test
  void takesAFolderThatIsNotThereForAnError() throws IOException {
    try (Target gone = new SftpTarget(options(folder.resolve("no"), "host_key", false))) {
      assertThatThrownBy(() -> gone.put("x", Content.of("x"), null))
          .isInstanceOf(TargetException.class)
          .hasMessageContaining("is it mounted?");
    }
  }
}
