package io.zhidun.stream.series;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Prometheus that takes remote write, or whatever speaks its protocol. */
final class PrometheusStore implements SeriesStore {
  private static final Logger LOG = LoggerFactory.getLogger(PrometheusStore.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private int lastStatus = 200;

  /**
   * @param address of the write path
   */
  PrometheusStore(URI address) {
    this.address = address;
  }

  @Override
  public Answer write(List<byte[]> series) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-protobuf")
            .header("Content-Encoding", "snappy")
            .header("User-Agent", "zhidun")
            .header("X-Prometheus-Remote-Write-Version", "0.1.0")
            .POST(HttpRequest.BodyPublishers.ofByteArray(TimeSeries.request(series)))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return answer(status);
    } catch (IOException e) {
      say(0, e.toString());
      return Answer.AWAY;
    }
  }

  /** Only what names the samples themselves lets go of them: a wrong address must lose nothing. */
  private Answer answer(int status) {
    if (status >= 200 && status < 300) {
      say(200, "takes samples");
      return Answer.TAKEN;
    }
    if (status == BAD_REQUEST || status == TOO_LARGE) {
      return Answer.REFUSED;
    }
    say(status, "answers " + status);
    return Answer.AWAY;
  }

  private void say(int status, String words) {
    if (status != lastStatus) {
      LOG.warn("{}: {}", address, words);
      lastStatus = status;
    }
  }
}
