package io.zhidun.trust.chain;

import io.zhidun.trust.chain.TrailRecord.Kind;
import io.zhidun.trust.seal.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The growing end of a trail: gives each record its number, its place in the chain and in the tree.
 * It stores nothing; who keeps the records keeps {@link #position} with them. For one thread.
 */
public final class Trail {

  /** The most UTF-8 bytes that a record's content may have. */
  public static final int MOST_CONTENT_BYTES = 16 * 1024;

  private final String name;
  private final MerkleFrontier frontier;
  private long size;
  private byte[] head;

  private Trail(TrailPosition at) {
    this.name = at.name();
    this.size = at.size();
    this.head = at.head();
    this.frontier = new MerkleFrontier(at.size(), at.peaks());
  }

  /** Goes on where a trail stands; {@link TrailPosition#start} is where a new one does. */
  public static Trail at(TrailPosition position) {
    return new Trail(position);
  }

  /** Where the trail stands now. */
  public TrailPosition position() {
    return new TrailPosition(name, size, head, frontier.peaks());
  }

  /**
   * The next record.
   *
   * @param time kept to the millisecond
   * @param content one JSON object without line breaks, of at most {@link #MOST_CONTENT_BYTES}
   * @throws IllegalArgumentException where the content is not that
   */
  public TrailRecord append(Instant time, String content) {
    ContentRule.check(content);
    return append(time, Kind.ENTRY, content);
  }

  /** The next record, a checkpoint: the tree of all records before it, sealed. */
  public TrailRecord seal(Instant time, Signer signer) {
    Instant at = time.truncatedTo(ChronoUnit.MILLIS);
    Checkpoint checkpoint = Checkpoint.seal(name, size, frontier.root(), head, at, signer);
    return append(at, Kind.CHECKPOINT, checkpoint.content());
  }

  private TrailRecord append(Instant time, Kind kind, String content) {
    TrailRecord record =
        TrailRecord.chained(size, time.truncatedTo(ChronoUnit.MILLIS), kind, content, head);
    frontier.add(record.hash());
    head = record.hash();
    size++;
    return record;
  }

  /** The content's bytes as they are hashed. */
  static byte[] utf8(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
