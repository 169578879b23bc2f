package io.zhidun.collectors.syslog;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.testkit.CollectorContract;
import java.io.IOException;
import java.util.List;

class UdpContractTest extends CollectorContract {
  @Override
  protected Collector collector(Shipper shipper) {
    return SyslogScene.collector(
        SyslogScene.options("contract", List.of("127.0.0.1:0"), List.of()), shipper);
  }

  @Override
  protected void awaitReady(Collector collector) {
    SyslogScene.awaitBound((SyslogCollector) collector, 1);
  }

  @Override
  protected void send(Collector collector, String record) throws IOException {
    SyslogScene.datagram(((SyslogCollector) collector).bound().get(0), record);
  }
}
