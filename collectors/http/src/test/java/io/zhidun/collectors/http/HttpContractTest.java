package io.zhidun.collectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.testkit.CollectorContract;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class HttpContractTest extends CollectorContract {
  private @Nullable Socket socket;

  @Override
  protected Collector collector(Shipper shipper) {
    return new HttpCollector(
        new HttpOptions("http", 0, List.of("contract"), ZoneId.of("UTC"), null, HttpScene.LIMITS),
        shipper,
        Clock.systemUTC(),
        System::nanoTime);
  }

  @Override
  protected void awaitReady(Collector collector) {
    HttpScene.awaitBound((HttpCollector) collector);
  }

  @Override
  protected void send(Collector collector, String record) throws IOException {
    if (socket == null) {
      socket = HttpScene.connect(((HttpCollector) collector).bound().get(0));
    }
    byte[] body = (record + "\n").getBytes(UTF_8);
    HttpScene.send(
        socket,
        HttpScene.request(
            "Zhidun-Source: contract\r\nContent-Type: application/x-ndjson\r\n", body.length),
        body);
    Reply.read(socket);
  }

  @AfterEach
  void hangUp() throws IOException {
    if (socket != null) {
      socket.close();
    }
  }
}
