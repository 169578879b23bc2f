package io.zhidun.collectors.syslog;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.core.StreamOutlet;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives syslog of either RFC, over UDP (RFC 5426) and TCP (RFC 6587), on one thread. A sender
 * over TCP is held back when nothing can be kept any more; over UDP the newest messages are counted
 * and lost.
 */
public final class SyslogCollector implements Collector {
  private static final Logger LOG = LoggerFactory.getLogger(SyslogCollector.class);
  private static final int UDP_BUFFER = 4 << 20;
  private static final long REST_MILLIS = 1_000;
  private static final long PAUSED_MILLIS = 20;

  private final SyslogOptions options;
  private final Shipper shipper;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final List<InetSocketAddress> bound = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;
  private volatile @Nullable Selector selector;

  public SyslogCollector(
      SyslogOptions options, Shipper shipper, Clock clock, LongSupplier nanoTime) {
    this.options = options;
    this.shipper = shipper;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  @Override
  public String name() {
    return options.source().id();
  }

  /** Addresses in use while the collector runs: those for UDP, then those for TCP. */
  public List<InetSocketAddress> bound() {
    return List.copyOf(bound);
  }

  @Override
  public void run() throws IOException {
    StreamOutlet outlet = shipper.stream(options.source());
    Intake intake = new Intake(outlet, clock);
    ConnectionTable table =
        new ConnectionTable(
            options.maxConnections(), new SyslogFramer(options.maxMessage()).needed(), nanoTime);
    Deque<Closeable> opened = new ArrayDeque<>();
    try (Selector using = Selector.open()) {
      selector = using;
      listen(using, intake, table, opened);
      while (!stopped) {
        turn(using, table);
      }
    } finally {
      selector = null;
      bound.clear();
      table.endAll();
      for (Closeable each : opened) {
        each.close();
      }
    }
  }

  private void turn(Selector using, ConnectionTable table) throws IOException {
    using.select(table.anyPaused() ? PAUSED_MILLIS : REST_MILLIS);
    for (SelectionKey key : using.selectedKeys()) {
      if (key.isValid() && key.attachment() instanceof Receiver receiver) {
        receiver.ready();
      }
    }
    using.selectedKeys().clear();
    table.resumePaused();
    table.endIdle(options.idleTimeout().toNanos());
  }

  private void listen(Selector using, Intake intake, ConnectionTable table, Deque<Closeable> opened)
      throws IOException {
    for (SyslogAddress address : options.udp()) {
      DatagramChannel channel = DatagramChannel.open(family(address));
      opened.push(channel);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, UDP_BUFFER);
      bind(address, "UDP", () -> channel.bind(address.socketAddress()).getLocalAddress());
      channel.configureBlocking(false);
      channel.register(
          using, SelectionKey.OP_READ, new UdpReceiver(channel, intake, options.maxMessage()));
    }
    for (SyslogAddress address : options.tcp()) {
      ServerSocketChannel server = ServerSocketChannel.open(family(address));
      opened.push(server);
      server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      bind(address, "TCP", () -> server.bind(address.socketAddress()).getLocalAddress());
      server.configureBlocking(false);
      server.register(
          using,
          SelectionKey.OP_ACCEPT,
          new TcpListener(server, using, intake, table, options.maxMessage()));
    }
  }

  private void bind(SyslogAddress address, String protocol, Binding binding) throws IOException {
    try {
      if (binding.bind() instanceof InetSocketAddress local) {
        bound.add(local);
        LOG.info("{}: listening on {} {}", name(), protocol, local);
      }
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on " + protocol + " " + address.socketAddress() + ": " + e.getMessage(),
          e);
    }
  }

  private static ProtocolFamily family(SyslogAddress address) {
    return address.host() instanceof Inet6Address
        ? StandardProtocolFamily.INET6
        : StandardProtocolFamily.INET;
  }

  @Override
  public void stop() {
    stopped = true;
    Selector using = selector;
    if (using != null) {
      using.wakeup();
    }
  }

  private interface Binding {
    SocketAddress bind() throws IOException;
  }
}
