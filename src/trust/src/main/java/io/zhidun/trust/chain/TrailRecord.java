package io.zhidun.trust.chain;

import io.zhidun.trust.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One record of a trail. Its canonical encoding is its own line of JSON: the hash is SM3 over the
 * UTF-8 bytes of the line before {@code ,"hash":}, so that it can be checked with {@code openssl
 * dgst -sm3} alone.
 *
 * @param sequence its number, from 0 without gaps
 * @param time when it was written
 * @param kind an entry, or a checkpoint over all records before it
 * @param content one JSON object on one line, kept to the byte
 * @param previous hash of the record before, 32 bytes
 * @param hash of this, 32 bytes
 */
public record TrailRecord(
    long sequence, Instant time, Kind kind, String content, byte[] previous, byte[] hash) {

  /** What a record is. */
  public enum Kind {
    ENTRY("entry"),
    CHECKPOINT("checkpoint");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As the line says it. */
    public String word() {
      return word;
    }
  }

  /** Makes a record and its hash. */
  static TrailRecord chained(
      long sequence, Instant time, Kind kind, String content, byte[] previous) {
    String hashed = hashed(sequence, time, kind.word, content, Sm3.hex(previous));
    byte[] hash = Sm3.of(hashed.getBytes(StandardCharsets.UTF_8));
    return new TrailRecord(sequence, time, kind, content, previous, hash);
  }

  /** Its line, without the line's end. */
  public String line() {
    return line(sequence, time, kind.word, content, previousHex(), hashHex());
  }

  /** The line of a record that was stored in parts, without its end, whatever became of them. */
  public static String line(
      long sequence, Instant time, String kind, String content, String previous, String hash) {
    return hashed(sequence, time, kind, content, previous) + ",\"hash\":\"" + hash + "\"}";
  }

  public String hashHex() {
    return Sm3.hex(hash);
  }

  public String previousHex() {
    return Sm3.hex(previous);
  }

  private static String hashed(
      long sequence, Instant time, String kind, String content, String previous) {
    return "{\"sequence\":"
        + sequence
        + ",\"time\":\""
        + time
        + "\",\"kind\":\""
        + kind
        + "\",\"content\":"
        + content
        + ",\"previous\":\""
        + previous
        + '"';
  }
}
