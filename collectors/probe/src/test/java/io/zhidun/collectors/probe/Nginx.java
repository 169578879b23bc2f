package io.zhidun.collectors.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's nginx on both loopback addresses, with a certificate that nobody trusts. */
final class Nginx implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");

  final int port;
  final int tlsPort;
  private final Path folder;
  private Process process;

  Nginx(Path folder) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM) && Files.isExecutable(OPENSSL),
        "Debian's nginx or openssl is not installed");
    this.folder = folder;
    this.port = free();
    this.tlsPort = free();
    run(
        OPENSSL.toString(),
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/CN=localhost",
        "-keyout",
        folder.resolve("key.pem").toString(),
        "-out",
        folder.resolve("cert.pem").toString());
    Files.writeString(folder.resolve("nginx.conf"), configuration());
    process = start();
  }

  private String configuration() {
    return """
        %s
        daemon off; pid %s/nginx.pid; error_log %s/error.log;
        events { worker_connections 64; }
        http {
          access_log off;
          server {
            listen 127.0.0.1:%d; listen [::1]:%d;
            listen 127.0.0.1:%d ssl; listen [::1]:%d ssl;
            ssl_certificate %s/cert.pem; ssl_certificate_key %s/key.pem;
            ssl_protocols TLSv1.2;
            location = /ok { return 200 "all is well"; }
            location = /bad { return 500 "broken"; }
          }
        }
        """
        .formatted(
            "root".equals(System.getProperty("user.name")) ? "user root;" : "",
            folder,
            folder,
            port,
            port,
            tlsPort,
            tlsPort,
            folder,
            folder);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            PROGRAM.toString(),
            "-p",
            folder.toString(),
            "-c",
            folder.resolve("nginx.conf").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  void startAgain() throws IOException {
    process = start();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process run =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (run.waitFor() != 0) {
      throw new IOException(command[0] + " ended with " + run.exitValue());
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
