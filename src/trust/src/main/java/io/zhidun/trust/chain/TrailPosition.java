package io.zhidun.trust.chain;

import io.zhidun.trust.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a trail stands: all that is needed to append to it, and what a file that holds its later
 * part begins with.
 *
 * @param name of the trail, bound into its first record and every checkpoint
 * @param size how many records there are, which is the next one's sequence
 * @param head the hash of the last record, 32 bytes; of an empty trail a digest of its name
 * @param peaks the roots of the full subtrees of the Merkle tree, largest first
 */
public record TrailPosition(String name, long size, byte[] head, List<byte[]> peaks) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final int MOST_PEAKS = 63;

  public TrailPosition {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a trail's name is " + NAME + ", not \"" + name + "\"");
    }
    if (size < 0 || head.length != Sm3.LENGTH || peaks.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "not the position of a trail: %d records, %d peaks".formatted(size, peaks.size()));
    }
    if (!peaks.stream().allMatch(peak -> peak.length == Sm3.LENGTH)) {
      throw new IllegalArgumentException("a peak has 32 bytes");
    }
    head = head.clone();
    peaks = List.copyOf(peaks);
  }

  /** Before the first record. */
  public static TrailPosition start(String name) {
    byte[] text = ("zhidun trail\n1\n" + name + "\n").getBytes(StandardCharsets.US_ASCII);
    return new TrailPosition(name, 0, Sm3.of(text), List.of());
  }

  /** A position that was stored. */
  public static TrailPosition of(String name, long size, String headHex, String peaksHex) {
    HexFormat hex = HexFormat.of();
    if (peaksHex.length() > MOST_PEAKS * 65) {
      throw new IllegalArgumentException("more than " + MOST_PEAKS + " peaks");
    }
    List<byte[]> peaks =
        peaksHex.isEmpty()
            ? List.of()
            : Pattern.compile(",").splitAsStream(peaksHex).map(hex::parseHex).toList();
    return new TrailPosition(name, size, hex.parseHex(headHex), peaks);
  }

  /** The head in hexadecimal digits. */
  public String headHex() {
    return Sm3.hex(head);
  }

  /** The peaks in hexadecimal digits, with commas between them. */
  public String peaksHex() {
    return peaks.stream().map(Sm3::hex).collect(Collectors.joining(","));
  }

  /** The root of the Merkle tree of all records. */
  public byte[] root() {
    return new MerkleFrontier(size, peaks).root();
  }

  /** The first line of a file whose records begin here, without its end. */
  public String line() {
    String quoted =
        peaks.stream()
            .map(peak -> '"' + Sm3.hex(peak) + '"')
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"trail\":{\"version\":1,\"name\":\"%s\",\"from\":%d,\"previous\":\"%s\",\"frontier\":%s}}"
        .formatted(name, size, headHex(), quoted);
  }
}
