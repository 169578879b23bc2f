package io.zhidun.collectors.syslog;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.testkit.CollectorContract;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class TcpContractTest extends CollectorContract {
  private @Nullable Socket socket;

  @Override
  protected Collector collector(Shipper shipper) {
    return SyslogScene.collector(
        SyslogScene.options("contract", List.of(), List.of("[::1]:0")), shipper);
  }

  @Override
  protected void awaitReady(Collector collector) {
    SyslogScene.awaitBound((SyslogCollector) collector, 1);
  }

  @Override
  protected void send(Collector collector, String record) throws IOException {
    if (socket == null) {
      socket = SyslogScene.connect(((SyslogCollector) collector).bound().get(0));
    }
    int length = record.getBytes(StandardCharsets.UTF_8).length;
    SyslogScene.say(socket, length + " " + record);
  }

  @AfterEach
  void hangUp() throws IOException {
    if (socket != null) {
      socket.close();
    }
  }
}
