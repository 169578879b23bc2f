package io.zhidun.service.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Listens on ::1 beside 127.0.0.1, where the machine has it. */
@Component
class LoopbackConnectors
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
  private static final Logger log = LoggerFactory.getLogger(LoopbackConnectors.class);

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    InetAddress first = factory.getAddress();
    if (factory.getPort() <= 0 || first == null || !first.isLoopbackAddress()) {
      return;
    }
    try {
      InetAddress second = InetAddress.getByName("::1");
      probe(second);
      Connector connector = new Connector();
      connector.setPort(factory.getPort());
      connector.setProperty("address", second.getHostAddress());
      // Carries compression, threads and limits over from the first connector.
      factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
      if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
        protocol.setAddress(second);
        protocol.setMaxThreads(16);
        protocol.setMinSpareThreads(1);
      }
      factory.addAdditionalConnectors(connector);
    } catch (IOException e) {
      log.info("not listening on ::1: {}", e.getMessage());
    }
  }

  private static void probe(InetAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, 0));
    }
  }

  /** After Boot's own customizers, so that theirs are there to be carried over. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
