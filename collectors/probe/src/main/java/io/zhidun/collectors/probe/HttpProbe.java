package io.zhidun.collectors.probe;

import com.google.re2j.Pattern;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A GET over a connection to the very address that is looked at; a client of the platform would
 * choose one itself. HTTP/1.1, one request a connection, redirects are answers like any other.
 */
final class HttpProbe implements Look {
  private static final int LARGEST_HEAD = 32 << 10;
  private static final int LARGEST_BODY = 1 << 20;

  @Override
  public void at(InetSocketAddress address, Check check, Line line, Finding finding)
      throws IOException {
    URI url = URI.create(check.target());
    boolean secure = "https".equals(url.getScheme());
    long begun = System.nanoTime();
    try (Socket socket = line.connect(address)) {
      finding.measure("probe_http_duration_seconds", "phase", "connect", since(begun));
      finding.measure("probe_http_ssl", secure ? 1 : 0);
      long shaken = System.nanoTime();
      Socket spoken = secure ? TlsHandshake.over(socket, check, line, finding) : socket;
      if (secure) {
        finding.measure("probe_http_duration_seconds", "phase", "tls", since(shaken));
      }
      ask(spoken, url);
      answer(new BufferedInputStream(spoken.getInputStream()), check, finding);
    }
    double took = since(begun);
    if (check.expectation().latency() != null
        && took > check.expectation().latency().toNanos() / 1e9) {
      finding.fail(Finding.Reason.LATENCY);
    }
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  private static void ask(Socket socket, URI url) throws IOException {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String request =
        "GET %s%s HTTP/1.1\r\nHost: %s\r\nUser-Agent: zhidun\r\nAccept: */*\r\nConnection: close\r\n\r\n"
            .formatted(path, query, url.getRawAuthority());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static void answer(InputStream in, Check check, Finding finding) throws IOException {
    long begun = System.nanoTime();
    Head head = Head.read(in);
    finding.measure("probe_http_duration_seconds", "phase", "processing", since(begun));
    finding.measure("probe_http_status_code", head.status);
    finding.measure("probe_http_version", head.version);
    if (!check.expectation().wants(head.status)) {
      finding.fail(Finding.Reason.STATUS);
    }
    long transfer = System.nanoTime();
    byte[] body = head.chunked ? chunks(in) : in.readNBytes(head.length(LARGEST_BODY));
    finding.measure("probe_http_duration_seconds", "phase", "transfer", since(transfer));
    finding.measure("probe_http_uncompressed_body_length", body.length);
    assertBody(new String(body, StandardCharsets.UTF_8), check.expectation(), finding);
  }

  private static void assertBody(String body, Expectation expectation, Finding finding) {
    Pattern wanted = expectation.body();
    Pattern unwanted = expectation.notBody();
    if (wanted == null && unwanted == null) {
      return;
    }
    boolean fails =
        wanted != null && !wanted.matcher(body).find()
            || unwanted != null && unwanted.matcher(body).find();
    finding.measure("probe_failed_due_to_regex", fails ? 1 : 0);
    if (fails) {
      finding.fail(Finding.Reason.BODY);
    }
  }

  /** A chunked body (RFC 9112, 7.1), as far as it is of interest. */
  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (body.size() < LARGEST_BODY) {
      String size = line(in).split(";", 2)[0].strip();
      int length = hexadecimal(size);
      if (length == 0) {
        break;
      }
      int wanted = Math.min(length, LARGEST_BODY - body.size());
      byte[] piece = in.readNBytes(wanted);
      body.writeBytes(piece);
      if (piece.length < wanted) {
        throw new ProtocolException("the body breaks off");
      }
      if (wanted < length) {
        break;
      }
      String unusedEnd = line(in);
    }
    return body.toByteArray();
  }

  private static int hexadecimal(String text) throws IOException {
    try {
      int number = Integer.parseInt(text, 16);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new ProtocolException("a chunk has no length");
    }
    throw new ProtocolException("a chunk has a negative length");
  }

  /** A line without its end, of at most the size of a head. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() == LARGEST_HEAD) {
        throw new ProtocolException("the answer is no HTTP/1.1");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** What stands before the body. */
  private static final class Head {
    private int status;
    private double version;
    private boolean chunked;
    private @Nullable Long contentLength;

    static Head read(InputStream in) throws IOException {
      Head head = new Head();
      String first = line(in);
      if (!first.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
        throw new ProtocolException("the answer is no HTTP/1.1");
      }
      head.version = Double.parseDouble(first.substring(5, 8));
      head.status = Integer.parseInt(first.substring(9, 12));
      int size = first.length();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        size += line.length();
        if (size > LARGEST_HEAD) {
          throw new ProtocolException("the head is too large");
        }
        head.header(line.toLowerCase(Locale.ROOT));
      }
      return head;
    }

    private void header(String line) throws IOException {
      if (line.startsWith("transfer-encoding:")) {
        chunked = line.endsWith("chunked");
      } else if (line.startsWith("content-length:")) {
        String number = line.substring("content-length:".length()).strip();
        if (!number.matches("\\d{1,15}")) {
          throw new ProtocolException("Content-Length is no number");
        }
        contentLength = Long.parseLong(number);
      }
    }

    int length(int most) {
      boolean none = status < 200 || status == 204 || status == 304;
      Long announced = contentLength;
      return none ? 0 : announced == null ? most : (int) Math.min(most, announced);
    }
  }
}
