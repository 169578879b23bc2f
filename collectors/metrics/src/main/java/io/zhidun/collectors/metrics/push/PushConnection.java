package io.zhidun.collectors.metrics.push;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.zhidun.collectors.core.PeerNames;
import io.zhidun.collectors.metrics.MetricSource;
import io.zhidun.collectors.metrics.Staging;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection: reads a request whole, stages and ships it, and answers when all of it is safe. A
 * deadline runs at any moment.
 */
final class PushConnection extends SimpleChannelInboundHandler<HttpObject> {
  private static final long IDLE_SECONDS = 120;
  private static final long POLL_MILLIS = 5;

  private final Desk desk;
  private @Nullable HttpRequest request;
  private @Nullable Endpoint endpoint;
  private @Nullable MetricSource source;
  private byte[] body = new byte[0];
  private int length;
  private boolean answered;
  private boolean busy;
  private @Nullable ScheduledFuture<?> deadline;

  PushConnection(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    awaitRequest(ctx);
    ctx.fireChannelActive();
  }

  private void awaitRequest(ChannelHandlerContext ctx) {
    within(
        ctx,
        TimeUnit.SECONDS.toMillis(IDLE_SECONDS),
        () -> {
          ChannelFuture unused = ctx.close();
        });
  }

  private void within(ChannelHandlerContext ctx, long millis, Runnable late) {
    cancelDeadline();
    deadline = ctx.executor().schedule(late, millis, TimeUnit.MILLISECONDS);
  }

  private void cancelDeadline() {
    ScheduledFuture<?> running = deadline;
    if (running != null) {
      boolean unusedCancelled = running.cancel(false);
      deadline = null;
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
    if (answered) {
      return; // the connection closes; what still comes is of no interest
    }
    try {
      if (busy) {
        throw new RefusedException(
            Outcome.BAD_REQUEST, "a request came before the answer to the one before");
      }
      if (message.decoderResult().isFailure()) {
        throw new RefusedException(Outcome.BAD_REQUEST, "the request is no HTTP/1.1");
      }
      if (message instanceof HttpRequest head) {
        begin(ctx, head);
      }
      if (message instanceof HttpContent content) {
        append(content.content());
      }
      if (message instanceof LastHttpContent) {
        finish(ctx);
      }
    } catch (RefusedException e) {
      refuse(ctx, e.outcome(), e.getMessage());
    }
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest head) throws RefusedException {
    request = head;
    endpoint = null;
    within(
        ctx,
        desk.options.requestDeadline().toMillis(),
        () -> refuse(ctx, Outcome.TIMEOUT, "the body took too long"));
    endpoint = Endpoint.of(head);
    source = desk.source(head);
    long announced = contentLength(head);
    if (announced > desk.options.maxBody()) {
      throw tooLarge();
    }
    if (HttpUtil.is100ContinueExpected(head)) {
      ChannelFuture unused =
          ctx.writeAndFlush(
              new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private static long contentLength(HttpRequest head) throws RefusedException {
    try {
      return HttpUtil.getContentLength(head, 0L);
    } catch (NumberFormatException e) {
      throw new RefusedException(Outcome.BAD_REQUEST, "Content-Length is no number");
    }
  }

  private RefusedException tooLarge() {
    return new RefusedException(
        Outcome.TOO_LARGE, "a body may have " + desk.options.maxBody() + " bytes");
  }

  private void append(ByteBuf content) throws RefusedException {
    int more = content.readableBytes();
    if (length + more > desk.options.maxBody()) {
      throw tooLarge();
    }
    if (length + more > body.length) {
      int larger = Math.min(desk.options.maxBody(), Math.max(length + more, 2 * body.length));
      desk.hold(larger - body.length);
      body = Arrays.copyOf(body, larger);
    }
    content.readBytes(body, length, more);
    length += more;
  }

  private void finish(ChannelHandlerContext ctx) throws RefusedException {
    HttpRequest head = request;
    Endpoint to = endpoint;
    MetricSource from = source;
    if (head == null || to == null || from == null) {
      throw new RefusedException(Outcome.BAD_REQUEST, "a body came without a request");
    }
    cancelDeadline();
    String encoding = head.headers().get(HttpHeaderNames.CONTENT_ENCODING, "");
    Staging staging = from.stage();
    to.read(body, length, encoding, desk.options.maxDecoded(), staging);
    freeBody();
    busy = true;
    long until = System.nanoTime() + desk.options.keepDeadline().toNanos();
    keep(ctx, new Keeping(to, from, staging, staging.records(), until));
  }

  /** Ships what is left and waits, without a thread, until all of it is safe. */
  private void keep(ChannelHandlerContext ctx, Keeping keeping) {
    if (!ctx.channel().isActive()) {
      return;
    }
    if (keeping.advance(peer(ctx))) {
      keeping.source.count(keeping.staging);
      answer(ctx, keeping.endpoint.outcome(keeping.staging), keeping.endpoint, keeping.staging);
    } else if (System.nanoTime() - keeping.untilNanos > 0) {
      refuse(ctx, Outcome.NOT_KEPT, "neither Kafka nor the spool took it in time; send again");
    } else {
      ScheduledFuture<?> unused =
          ctx.executor().schedule(() -> keep(ctx, keeping), POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static String peer(ChannelHandlerContext ctx) {
    InetSocketAddress address = (InetSocketAddress) ctx.channel().remoteAddress();
    return PeerNames.text(address.getAddress());
  }

  private void answer(ChannelHandlerContext ctx, Outcome outcome, Endpoint to, Staging staging) {
    HttpRequest head = request;
    boolean keepAlive = head != null && HttpUtil.isKeepAlive(head);
    write(ctx, outcome, to.accepted(staging), keepAlive);
    busy = false;
    request = null;
    if (keepAlive) {
      awaitRequest(ctx);
    }
  }

  private void refuse(ChannelHandlerContext ctx, Outcome outcome, @Nullable String detail) {
    if (answered || !ctx.channel().isActive()) {
      return;
    }
    // The rest of the body is not waited for, so the connection ends with the answer.
    write(ctx, outcome, Endpoint.answer(endpoint, outcome, String.valueOf(detail)), false);
  }

  private void write(
      ChannelHandlerContext ctx, Outcome outcome, Endpoint.Answer answer, boolean keepAlive) {
    desk.counts.add(outcome);
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            Unpooled.wrappedBuffer(answer.body()));
    if (answer.status() != HttpResponseStatus.NO_CONTENT.code()) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
      response.headers().set(HttpHeaderNames.CONTENT_TYPE, answer.type());
    }
    answer.headers().forEach((name, value) -> response.headers().set(name, value));
    if (outcome.passes()) {
      response.headers().set(HttpHeaderNames.RETRY_AFTER, 1);
    }
    if (outcome == Outcome.UNAUTHORIZED) {
      response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"zhidun\"");
    }
    if (!keepAlive) {
      answered = true;
      cancelDeadline();
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    ChannelFuture written = ctx.writeAndFlush(response);
    if (!keepAlive) {
      ChannelFuture unused = written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void freeBody() {
    desk.release(body.length);
    body = new byte[0];
    length = 0;
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    cancelDeadline();
    if (!answered && (busy || request != null)) {
      desk.counts.add(Outcome.DISCONNECTED);
    }
    freeBody();
    desk.disconnect();
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ChannelFuture unused = ctx.close();
  }

  /** A request whose samples are on their way. */
  private static final class Keeping {
    final Endpoint endpoint;
    final MetricSource source;
    final Staging staging;
    final long untilNanos;
    private List<byte[]> left;
    private long target;

    Keeping(
        Endpoint endpoint,
        MetricSource source,
        Staging staging,
        List<byte[]> records,
        long untilNanos) {
      this.endpoint = endpoint;
      this.source = source;
      this.staging = staging;
      this.left = records;
      this.untilNanos = untilNanos;
    }

    boolean advance(String peer) {
      if (!left.isEmpty()) {
        left = left.subList(source.ship(left, peer), left.size());
        target = source.taken();
      }
      return left.isEmpty() && source.kept(target);
    }
  }
}
