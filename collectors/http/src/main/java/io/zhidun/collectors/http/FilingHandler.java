package io.zhidun.collectors.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.zhidun.collectors.core.PeerNames;
import io.zhidun.collectors.core.RejectReason;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection. It reads the next piece only when the one before is dealt with, so a client is
 * held back while nothing can be kept; at any moment one deadline runs.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // where a write fails, the channel is closed and says so
final class FilingHandler extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(FilingHandler.class);
  private static final long OFFER_AGAIN_MILLIS = 20;
  private static final long ASK_KEPT_MILLIS = 5;

  /** A client that is refused while it sends must be able to read why. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final int MOST_DRAINED = 8 << 20;

  private final Desk desk;
  private Deadline deadline = Deadline.NONE;
  private String peer = "";
  private Desk.@Nullable Opened open;
  private boolean keepAlive;
  private boolean draining;
  private int drained;
  private long began;

  FilingHandler(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (ctx.channel().remoteAddress() instanceof InetSocketAddress address) {
      peer = PeerNames.text(address.getAddress());
    }
    awaitRequest(ctx);
  }

  /** The time for a head is not prolonged by its pieces: they are not seen here. */
  private void awaitRequest(ChannelHandlerContext ctx) {
    deadline = deadline.next(ctx, desk.limits.idle(), ctx::close);
    readOn(ctx);
  }

  /** Not within the reading of the piece before, lest many small ones grow the stack. */
  private static void readOn(ChannelHandlerContext ctx) {
    ctx.executor().execute(ctx::read);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (draining) {
      drain(ctx, message);
      return;
    }
    try {
      if (message instanceof HttpRequest request) {
        request(ctx, request);
      }
      if (message instanceof HttpContent content) {
        content(ctx, content);
      } else {
        ReferenceCountUtil.release(message);
      }
    } catch (RefusalException e) {
      refuse(ctx, e);
    }
  }

  private void drain(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpContent content) {
      drained += content.content().readableBytes();
    }
    ReferenceCountUtil.release(message);
    if (drained > MOST_DRAINED) {
      ctx.close();
      return;
    }
    readOn(ctx);
  }

  private void request(ChannelHandlerContext ctx, HttpRequest request) throws RefusalException {
    keepAlive = HttpUtil.isKeepAlive(request);
    began = desk.nanoTime.getAsLong();
    open = desk.open(request, peer);
    if (HttpUtil.is100ContinueExpected(request)) {
      ctx.writeAndFlush(Answer.goOn());
    }
    if (!(request instanceof HttpContent)) {
      awaitBody(ctx);
    }
  }

  private void awaitBody(ChannelHandlerContext ctx) {
    Duration left = desk.limits.request().minusNanos(desk.nanoTime.getAsLong() - began);
    Duration stall = desk.limits.stall();
    deadline =
        deadline.next(
            ctx,
            left.compareTo(stall) < 0 ? left : stall,
            () ->
                refuse(
                    ctx,
                    new RefusalException(
                        Problem.TOO_SLOW,
                        "a body may pause for %s and take %s"
                            .formatted(stall, desk.limits.request()))));
    readOn(ctx);
  }

  private void content(ChannelHandlerContext ctx, HttpContent content) throws RefusalException {
    Desk.Opened at = open;
    if (at == null) {
      content.release();
      return;
    }
    at.exchange().input(content.content(), content instanceof LastHttpContent);
    if (content.decoderResult().isFailure()) {
      throw new RefusalException(Problem.BAD_REQUEST, "the body's chunks make no sense");
    }
    advance(ctx, at, desk.nanoTime.getAsLong());
  }

  private void advance(ChannelHandlerContext ctx, Desk.Opened at, long since)
      throws RefusalException {
    switch (at.exchange().advance()) {
      case NEEDS_INPUT -> awaitBody(ctx);
      case OUTLET_FULL -> {
        requirePatience(since, "nothing more can be kept now");
        deadline =
            deadline.next(
                ctx, Duration.ofMillis(OFFER_AGAIN_MILLIS), () -> advanceLater(ctx, at, since));
      }
      case DONE -> awaitKept(ctx, at, desk.nanoTime.getAsLong());
    }
  }

  private void advanceLater(ChannelHandlerContext ctx, Desk.Opened at, long since) {
    try {
      advance(ctx, at, since);
    } catch (RefusalException e) {
      refuse(ctx, e);
    }
  }

  private void awaitKept(ChannelHandlerContext ctx, Desk.Opened at, long since)
      throws RefusalException {
    if (at.exchange().kept()) {
      desk.counters.accepted();
      FullHttpResponse answer = Answer.accepted(at.exchange().tally());
      end();
      answer(ctx, answer);
      return;
    }
    requirePatience(since, "what was sent is taken, but not yet safe");
    deadline =
        deadline.next(
            ctx,
            Duration.ofMillis(ASK_KEPT_MILLIS),
            () -> {
              try {
                awaitKept(ctx, at, since);
              } catch (RefusalException e) {
                refuse(ctx, e);
              }
            });
  }

  private void requirePatience(long since, String detail) throws RefusalException {
    if (desk.nanoTime.getAsLong() - since > desk.limits.patience().toNanos()) {
      throw new RefusalException(Problem.NOT_KEPT, detail);
    }
  }

  private void answer(ChannelHandlerContext ctx, FullHttpResponse answer) {
    if (!keepAlive) {
      Answer.closing(answer);
      ctx.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
      return;
    }
    ctx.writeAndFlush(answer);
    awaitRequest(ctx);
  }

  private void refuse(ChannelHandlerContext ctx, RefusalException refusal) {
    desk.counters.refused(refusal.problem());
    LOG.debug("{} refused: {} {}", peer, refusal.problem(), refusal.detail());
    Tally tally = Tally.NONE;
    boolean received = false;
    Desk.Opened at = open;
    if (at != null) {
      tally = at.exchange().tally();
      received = at.exchange().received();
      at.exchange()
          .refuseHeld(
              refusal.problem() == Problem.NOT_KEPT
                  ? RejectReason.SPOOL_FULL
                  : RejectReason.CUT_OFF);
      end();
    }
    FullHttpResponse answer = Answer.problem(refusal.problem(), refusal.detail(), tally);
    if (received) {
      answer(ctx, answer);
    } else {
      farewell(ctx, answer);
    }
  }

  /** What still comes is read and dropped for a while: closing at once would cut off the answer. */
  private void farewell(ChannelHandlerContext ctx, FullHttpResponse answer) {
    draining = true;
    Answer.closing(answer);
    deadline = deadline.next(ctx, FAREWELL, ctx::close);
    ctx.writeAndFlush(answer)
        .addListener(
            written -> {
              if (ctx.channel() instanceof SocketChannel socket) {
                socket.shutdownOutput();
              }
            });
    readOn(ctx);
  }

  private void end() {
    Desk.Opened at = open;
    if (at != null) {
      open = null;
      at.exchange().close();
      at.end().run();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    deadline.cancel();
    Desk.Opened at = open;
    if (at != null) {
      at.exchange().refuseHeld(RejectReason.CUT_OFF);
      desk.counters.disconnected();
      end();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    LOG.debug("{}: {}", peer, cause.toString(), cause);
    ctx.close();
  }

  /** What happens unless something else happens before. */
  private record Deadline(java.util.concurrent.@Nullable Future<?> task) {
    static final Deadline NONE = new Deadline(null);

    Deadline next(ChannelHandlerContext ctx, Duration in, Runnable then) {
      cancel();
      return new Deadline(
          ctx.executor().schedule(() -> run(ctx, then), in.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** The executor would swallow the fault, and nothing would ever end the connection. */
    private static void run(ChannelHandlerContext ctx, Runnable then) {
      try {
        then.run();
      } catch (RuntimeException e) {
        LOG.error("a connection failed and is closed", e);
        ctx.close();
      }
    }

    void cancel() {
      if (task != null) {
        boolean unusedWasRunning = task.cancel(false);
      }
    }
  }
}
