package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Healthy is what answers 200 to a GET. The old client is used since it needs no threads. */
record HttpHealth(URI address) implements HealthCheck {
  private static final int TIMEOUT_MILLIS = 3_000;
  private static final int LARGEST_ANSWER = 1 << 16;

  static HttpHealth at(int port, String path) {
    return new HttpHealth(URI.create("http://127.0.0.1:" + port + path));
  }

  @Override
  public boolean isHealthy() {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setInstanceFollowRedirects(false);
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return false;
      }
      // Read to the end, so that the connection is used again for the next question.
      try (InputStream body = connection.getInputStream()) {
        body.readNBytes(LARGEST_ANSWER);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
