package io.zhidun.simulator.log;

import io.zhidun.simulator.web.Request;
import io.zhidun.simulator.web.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Access log in nginx's combined format, with nginx's escaping. */
public final class AccessLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.US);

  private final LogFile file;
  private final Clock clock;

  /**
   * @param clock its zone is the one written
   */
  public AccessLog(LogFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  public void write(Request request, Response response) {
    String time = TIME.format(clock.instant().atZone(clock.getZone()));
    String line = request.method() + " " + request.target() + " HTTP/1.1";
    file.line(
        request.client()
            + " - - ["
            + time
            + "] \""
            + escape(line)
            + "\" "
            + response.status()
            + " "
            + response.body().length
            + " \""
            + header(request, "referer")
            + "\" \""
            + header(request, "user-agent")
            + '"');
  }

  private static String header(Request request, String name) {
    String value = request.header(name);
    return value == null ? "-" : escape(value);
  }

  /** Quotes, backslashes, control characters and all bytes above 126 as \xHH. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (c < 32 || c > 126 || c == '"' || c == '\\') {
        out.append(String.format(Locale.ROOT, "\\x%02X", c));
      } else {
        out.append((char) c);
      }
    }
    return out.toString();
  }
}
