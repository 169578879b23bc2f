package io.zhidun.testkit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits until a part answers. */
public final class Health {
  private static final Duration ONE_QUESTION = Duration.ofSeconds(5);

  private Health() {}

  /** Returns once {@code address} answers 200. */
  public static void await(URI address, Duration patience) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(ONE_QUESTION).build();
    HttpRequest question = HttpRequest.newBuilder(address).timeout(ONE_QUESTION).build();
    Await.until(
        patience,
        "health of " + address,
        () -> http.send(question, BodyHandlers.discarding()).statusCode() == 200);
  }
}
