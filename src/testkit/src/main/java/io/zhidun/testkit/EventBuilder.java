package io.zhidun.testkit;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.LogSource;
import io.zhidun.events.ValueType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Fills normalised events without a normaliser. */
public final class EventBuilder {
  private final Event event = new Event();

  /**
   * @param records where the event's id comes from
   */
  public EventBuilder(RawRecords records, String original, Instant at) {
    event.header(records.next(original, at));
    event.timeMicros(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
    text("event.original", original);
  }

  public EventBuilder text(String field, String value) {
    event.put(FieldNames.id(field), value);
    return this;
  }

  public EventBuilder number(String field, long value) {
    byte[] digits = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    event.put(FieldNames.id(field), ValueType.NUMBER, digits);
    return this;
  }

  public EventBuilder bool(String field, boolean value) {
    byte[] word = Boolean.toString(value).getBytes(StandardCharsets.US_ASCII);
    event.put(FieldNames.id(field), ValueType.BOOL, word);
    return this;
  }

  public EventBuilder from(LogSource source) {
    event.logSource(source);
    return this;
  }

  public Event event() {
    return event;
  }

  /** A failed SSH login as the normaliser gives it. */
  public static EventBuilder sshFailure(
      RawRecords records, Instant at, String host, String user, String address) {
    return new EventBuilder(records, LogLines.sshFailed(at, host, user, address), at)
        .from(new LogSource(null, "linux", "sshd"))
        .text("event.kind", "event")
        .text("event.category", "authentication")
        .text("event.type", "start")
        .text("event.action", "ssh-login")
        .text("event.outcome", "failure")
        .text("host.name", host)
        .text("user.name", user)
        .text("source.ip", address);
  }

  /** A GET request as the normaliser gives it. */
  public static EventBuilder request(
      RawRecords records, Instant at, String address, String target, int status) {
    return new EventBuilder(records, LogLines.nginx(at, address, target, status), at)
        .from(new LogSource("webserver", "nginx", null))
        .text("event.kind", "event")
        .text("event.category", "web")
        .text("event.type", "access")
        .text("event.action", "http-request")
        .text("event.outcome", status < 400 ? "success" : "failure")
        .text("source.ip", address)
        .text("url.original", target)
        .text("http.request.method", "GET")
        .number("http.response.status_code", status);
  }
}
