package io.zhidun.collectors.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives filings over HTTP on the loopback addresses. A client is answered 202 only when what it
 * sent outlives the agent: acknowledged by Kafka or in the spool.
 */
public final class HttpCollector implements Collector {
  private static final Logger LOG = LoggerFactory.getLogger(HttpCollector.class);
  private static final int BACKLOG = 128;
  private static final long END_SECONDS = 2;

  private final HttpOptions options;
  private final Shipper shipper;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final RequestCounters counters = new RequestCounters();
  private final List<InetSocketAddress> bound = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  public HttpCollector(HttpOptions options, Shipper shipper, Clock clock, LongSupplier nanoTime) {
    this.options = options;
    this.shipper = shipper;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  @Override
  public String name() {
    return options.name();
  }

  /** Addresses in use while the collector runs. */
  public List<InetSocketAddress> bound() {
    return List.copyOf(bound);
  }

  RequestCounters counters() {
    return counters;
  }

  @Override
  public void run() throws IOException {
    Path file = options.tokenFile();
    BearerToken token = file == null ? null : BearerToken.read(file);
    Desk desk = new Desk(options, inlets(), token, counters, clock, nanoTime);
    // One thread: an outlet is fed by one at a time, and the disk is the bound, not the processor.
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      listen(loop, desk);
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      bound.clear();
      end(loop);
    }
  }

  /** All are opened at once, so that what an earlier run had spooled is shipped unasked. */
  private Map<String, Inlet> inlets() {
    Map<String, Inlet> inlets = new HashMap<>();
    for (String source : options.sources()) {
      for (FilingDataset dataset : FilingDataset.values()) {
        inlets.put(
            Desk.inletName(source, dataset), Inlet.open(shipper, source, dataset, options.zone()));
      }
    }
    return inlets;
  }

  private void listen(EventLoopGroup loop, Desk desk) throws IOException, InterruptedException {
    ServerBootstrap server =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, false)
            .childHandler(new ConnectionSetup(desk));
    int port = bind(server, "127.0.0.1", options.port());
    try {
      bind(server, "::1", port);
    } catch (IOException e) {
      LOG.info("{}: not over IPv6: {}", name(), e.getMessage());
    }
  }

  private int bind(ServerBootstrap server, String host, int port)
      throws IOException, InterruptedException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
    ChannelFuture binding = server.bind(address).await();
    @Nullable Throwable cause = binding.cause();
    if (cause != null) {
      throw new IOException("cannot listen on " + address + ": " + cause.getMessage(), cause);
    }
    Channel channel = binding.channel();
    InetSocketAddress local = (InetSocketAddress) channel.localAddress();
    bound.add(local);
    LOG.info("{}: listening on HTTP {}", name(), local);
    return local.getPort();
  }

  private static void end(EventLoopGroup loop) {
    boolean interrupted = Thread.interrupted();
    try {
      if (!loop.shutdownGracefully(0, END_SECONDS, TimeUnit.SECONDS)
          .await(2 * END_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("connections did not end in time");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
  }
}
