package io.zhidun.standalone.supervisor.fake;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** A part that does nothing but answer 200 on its port. */
public final class FakeHttpPart {
  private FakeHttpPart() {}

  /** Listens on the port that follows {@code option} among the arguments. */
  public static void run(String option, String... args) throws IOException {
    run(Integer.parseInt(args[Arrays.asList(args).indexOf(option) + 1]));
  }

  /** Listens on {@code port}. */
  public static void run(int port) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    System.out.println("fake part on " + port);
  }
}
