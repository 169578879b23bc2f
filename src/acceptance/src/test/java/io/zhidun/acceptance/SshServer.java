package io.zhidun.acceptance;

import io.zhidun.testkit.Await;
import io.zhidun.testkit.Ports;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real OpenSSH server on both loopback addresses, logging through a real rsyslog to a collector.
 * Both are Debian's programs, run with configurations of their own and nothing of the system's.
 */
final class SshServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path SYSTEM_LOG = Path.of("/dev/log");

  private final Path folder;
  private final Processes processes;
  private final int port = Ports.free();

  private SshServer(Path folder) {
    this.folder = folder;
    this.processes = new Processes(folder);
  }

  /**
   * @param syslogPort where the collector listens on TCP
   */
  static SshServer start(Path folder, int syslogPort) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    SshServer server = new SshServer(folder);
    server.startRsyslog(syslogPort);
    server.startSshd();
    return server;
  }

  int port() {
    return port;
  }

  private void startRsyslog(int syslogPort) throws IOException {
    Path config = folder.resolve("rsyslog.conf");
    Files.writeString(
        config,
        """
        global(workDirectory="%s")
        module(load="imuxsock" SysSock.Name="/dev/log" SysSock.RateLimit.Interval="0")
        *.* action(type="omfwd" target="127.0.0.1" port="%d" protocol="tcp"
                   template="RSYSLOG_SyslogProtocol23Format" queue.type="Direct")
        """
            .formatted(folder, syslogPort));
    processes.start(
        "rsyslog",
        new ProcessBuilder(
            "/usr/sbin/rsyslogd",
            "-n",
            "-f",
            config.toString(),
            "-i",
            folder.resolve("rsyslog.pid").toString()));
    Await.until(PATIENCE, "rsyslog's socket", () -> Files.exists(SYSTEM_LOG));
  }

  private void startSshd() throws IOException, InterruptedException {
    Path key = folder.resolve("host_key");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    Files.createDirectories(Path.of("/run/sshd"));
    Path config = folder.resolve("sshd_config");
    Files.writeString(
        config,
        """
        Port %d
        ListenAddress 127.0.0.1
        ListenAddress ::1
        HostKey %s
        PidFile %s
        UsePAM no
        PasswordAuthentication yes
        KbdInteractiveAuthentication no
        MaxStartups 100
        UseDNS no
        """
            .formatted(port, key, folder.resolve("sshd.pid")));
    processes.start("sshd", new ProcessBuilder("/usr/sbin/sshd", "-D", "-f", config.toString()));
    for (String address : List.of("127.0.0.1", "::1")) {
      Await.until(
          PATIENCE,
          "sshd on " + address,
          () -> {
            try (Socket socket = new Socket(InetAddress.getByName(address), port)) {
              return socket.isConnected();
            }
          });
    }
  }

  /** A real client that offers one wrong password; returns when it was refused. */
  void failToSignIn(String user, String address) throws IOException, InterruptedException {
    Process client =
        new ProcessBuilder(
                "sshpass",
                "-p",
                "wrong",
                "ssh",
                "-p",
                Integer.toString(port),
                "-o",
                "StrictHostKeyChecking=no",
                "-o",
                "UserKnownHostsFile=/dev/null",
                "-o",
                "PreferredAuthentications=password",
                "-o",
                "PubkeyAuthentication=no",
                "-o",
                "NumberOfPasswordPrompts=1",
                "-F",
                "/dev/null",
                user + "@" + address)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("ssh.log").toFile()))
            .start();
    if (!client.waitFor(30, TimeUnit.SECONDS)) {
      client.destroyForcibly();
      throw new AssertionError("ssh to " + address + " did not end");
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException(command[0] + " failed");
    }
  }

  @Override
  public void close() throws InterruptedException {
    processes.close();
  }
}
