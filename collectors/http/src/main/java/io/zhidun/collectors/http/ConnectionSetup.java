package io.zhidun.collectors.http;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpServerCodec;

/** Lets in so many connections and answers the others that there are too many. */
final class ConnectionSetup extends ChannelInitializer<SocketChannel> {
  private static final int LONGEST_FIRST_LINE = 2 << 10;
  private static final int LARGEST_HEAD = 8 << 10;
  private static final int PIECE = 8 << 10;

  private final Desk desk;
  private int connections;

  ConnectionSetup(Desk desk) {
    this.desk = desk;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    if (connections >= desk.limits.connections()) {
      turnAway(channel);
      return;
    }
    connections++;
    channel.closeFuture().addListener(closed -> connections--);
    channel
        .pipeline()
        .addLast(
            new HttpServerCodec(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(LONGEST_FIRST_LINE)
                    .setMaxHeaderSize(LARGEST_HEAD)
                    .setMaxChunkSize(PIECE)),
            new OneAtATime(),
            new FilingHandler(desk));
  }

  private void turnAway(SocketChannel channel) {
    desk.counters.connectionLimit();
    channel.pipeline().addLast(new HttpResponseEncoder());
    FullHttpResponse answer =
        Answer.problem(
            Problem.BUSY,
            "at most " + desk.limits.connections() + " connections are open at a time",
            Tally.NONE);
    Answer.closing(answer);
    channel
        .eventLoop()
        .execute(() -> channel.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE));
  }
}
