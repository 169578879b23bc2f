package io.zhidun.collectors.metrics.push;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.metrics.MetricSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives samples over HTTP: Prometheus remote write at {@code /api/v1/write}, OTLP at {@code
 * /v1/metrics}. A sender is told that its samples were taken only when they outlive the agent.
 */
public final class PushCollector implements Collector {
  private static final Logger LOG = LoggerFactory.getLogger(PushCollector.class);
  private static final int BACKLOG = 128;
  private static final int LONGEST_FIRST_LINE = 2 << 10;
  private static final int LARGEST_HEAD = 8 << 10;
  private static final int PIECE = 16 << 10;
  private static final long END_SECONDS = 2;
  private static final byte[] TURNED_AWAY =
      "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final PushOptions options;
  private final Map<String, MetricSource> sources = new LinkedHashMap<>();
  private final RequestCounts counts = new RequestCounts();
  private final List<InetSocketAddress> bound = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  public PushCollector(PushOptions options, Shipper shipper, Clock clock) {
    this.options = options;
    for (String source : options.sources()) {
      sources.put(source, MetricSource.open(shipper, source, options.limits(), clock));
    }
  }

  @Override
  public String name() {
    return options.name();
  }

  /** Addresses in use while the collector runs. */
  public List<InetSocketAddress> bound() {
    return List.copyOf(bound);
  }

  /** Figures of the samples of each source. */
  public List<MetricSource> sources() {
    return List.copyOf(sources.values());
  }

  RequestCounts counts() {
    return counts;
  }

  @Override
  public void run() throws IOException {
    Desk desk = new Desk(options, sources, counts);
    // One thread: an outlet is fed by one at a time.
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      ServerBootstrap server = server(loop, desk);
      for (PushAddress address : options.listen()) {
        bind(server, address.socketAddress());
      }
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      bound.clear();
      end(loop);
    }
  }

  private static ServerBootstrap server(EventLoopGroup loop, Desk desk) {
    return new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                connect(channel, desk);
              }
            });
  }

  private static void connect(SocketChannel channel, Desk desk) {
    if (!desk.connect()) {
      desk.counts.add(Outcome.CONNECTION_LIMIT);
      channel
          .eventLoop()
          .execute(
              () ->
                  channel
                      .writeAndFlush(Unpooled.wrappedBuffer(TURNED_AWAY))
                      .addListener(ChannelFutureListener.CLOSE));
      return;
    }
    channel
        .pipeline()
        .addLast(
            new HttpServerCodec(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(LONGEST_FIRST_LINE)
                    .setMaxHeaderSize(LARGEST_HEAD)
                    .setMaxChunkSize(PIECE)),
            new PushConnection(desk));
  }

  private void bind(ServerBootstrap server, InetSocketAddress address)
      throws IOException, InterruptedException {
    ChannelFuture binding = server.bind(address).await();
    @Nullable Throwable cause = binding.cause();
    if (cause != null) {
      throw new IOException("cannot listen on " + address + ": " + cause.getMessage(), cause);
    }
    InetSocketAddress local = (InetSocketAddress) binding.channel().localAddress();
    bound.add(local);
    LOG.info("{}: listening on HTTP {}", name(), local);
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
