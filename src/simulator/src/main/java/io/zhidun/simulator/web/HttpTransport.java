package io.zhidun.simulator.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls the systems over HTTP on loopback, by IPv6, where the machine has it, for clients that have
 * an IPv6 address. The client's own address travels in X-Forwarded-For, as a load balancer would
 * send it.
 */
public final class HttpTransport implements Transport {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<SystemName, Integer> ports;
  private final boolean ipv6 = Loopback.hasIpv6();
  private final HttpClient http;
  private final AtomicLong unanswered = new AtomicLong();

  public HttpTransport(Map<SystemName, Integer> ports) {
    this.ports = Map.copyOf(ports);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
  }

  @Override
  public Response send(SystemName system, Request request) {
    String loopback = ipv6 && request.client().indexOf(':') >= 0 ? "[::1]" : "127.0.0.1";
    URI uri = URI.create("http://" + loopback + ":" + ports.get(system) + request.target());
    HttpRequest.Builder outgoing =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("X-Forwarded-For", request.client())
            .method(request.method(), BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach(outgoing::header);
    try {
      HttpResponse<byte[]> answer = http.send(outgoing.build(), BodyHandlers.ofByteArray());
      return new Response(answer.statusCode(), "", answer.body(), kept(answer));
    } catch (IOException e) {
      unanswered.incrementAndGet();
      return Response.NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Response.NONE;
    }
  }

  /** Requests that got no answer. */
  public long unanswered() {
    return unanswered.get();
  }

  private static Map<String, String> kept(HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .map(cookie -> Map.of("Set-Cookie", cookie))
        .orElse(Map.of());
  }
}
