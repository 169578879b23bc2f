package io.zhidun.collectors.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.zhidun.events.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes answers. */
final class Answer {
  private static final String RETRY_SECONDS = "1";

  private Answer() {}

  static FullHttpResponse accepted(Tally tally) {
    return of(
        HttpResponseStatus.ACCEPTED, "application/json", counts(new LinkedHashMap<>(), tally));
  }

  /** A problem as RFC 9457 wants it, with the counts of what had been taken before. */
  static FullHttpResponse problem(Problem problem, String detail, Tally tally) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", problem.type());
    members.put("title", problem.title());
    members.put("status", problem.status());
    members.put("detail", detail);
    FullHttpResponse answer =
        of(
            HttpResponseStatus.valueOf(problem.status()),
            "application/problem+json",
            counts(members, tally));
    if (problem.passes()) {
      answer.headers().set(HttpHeaderNames.RETRY_AFTER, RETRY_SECONDS);
    }
    if (problem == Problem.UNAUTHORIZED) {
      answer.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"zhidun\"");
    }
    if (problem == Problem.WRONG_METHOD) {
      answer.headers().set(HttpHeaderNames.ALLOW, "POST");
    }
    return answer;
  }

  private static Map<String, Object> counts(Map<String, Object> members, Tally tally) {
    members.put("accepted", tally.accepted());
    members.put("repeated", tally.repeated());
    members.put("empty", tally.empty());
    members.put("tooLong", tally.tooLong());
    return members;
  }

  private static FullHttpResponse of(
      HttpResponseStatus status, String type, Map<String, Object> members) {
    byte[] json = Json.mapper().writeValueAsBytes(members);
    FullHttpResponse answer =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(json));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(HttpHeaderNames.CONTENT_LENGTH, json.length);
    return answer;
  }

  static FullHttpResponse goOn() {
    return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE);
  }

  static void closing(FullHttpResponse answer) {
    answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
  }
}
