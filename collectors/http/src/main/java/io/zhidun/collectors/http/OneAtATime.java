package io.zhidun.collectors.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Gives one message for each {@code read()}, however many a piece of the network's bytes holds.
 * Netty's {@code FlowControlHandler} forgets that it was asked when a head comes in two pieces.
 */
final class OneAtATime extends ChannelDuplexHandler {
  /** At most what one read of the socket decodes to, since it is not read while there are any. */
  private final Deque<Object> waiting = new ArrayDeque<>();

  private boolean asked;

  @Override
  public void read(ChannelHandlerContext ctx) {
    asked = true;
    if (waiting.isEmpty()) {
      ctx.read();
    } else {
      give(ctx);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    waiting.add(message);
    if (asked) {
      give(ctx);
    }
  }

  private void give(ChannelHandlerContext ctx) {
    asked = false;
    ctx.fireChannelRead(waiting.remove());
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
  }
}
