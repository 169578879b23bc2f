package io.zhidun.trust.chain;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.chain.TrailLines.Line;
import io.zhidun.trust.seal.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The proof that one record stands in a trail, without the others: the record, the first seal
 * behind it and the path between them (RFC 6962, section 2.1.1). As a text it has three lines, the
 * last two as the trail has them:
 *
 * <pre>{"proof":{"version":1,"trail":"service","path":["…"]}}
 * {"sequence":…}
 * {"sequence":…,"kind":"checkpoint",…}</pre>
 *
 * @param trail its name
 * @param record line of the record, without its end
 * @param seal line of the checkpoint, without its end
 * @param path from the record to the root that is sealed, lowest first
 */
public record TrailProof(String trail, String record, String seal, List<byte[]> path) {
  /** What the text of a proof begins with. */
  public static final String BEGIN = "{\"proof\":";

  /** Hashes of so many records are held in memory. */
  private static final int MOST_RECORDS = 20_000_000;

  private static final Pattern TRAIL =
      Pattern.compile(
          "\\{\"trail\":\\{\"version\":1,\"name\":\"([a-z0-9.-]{1,64})\",\"from\":0,.*");
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\"proof\":\\{\"version\":1,\"trail\":\"([a-z0-9.-]{1,64})\","
              + "\"path\":\\[([0-9a-f\",]{0,4300})]}}");
  private static final int PREVIOUS_FROM_END = 2 + 64 + "\",\"hash\":\"".length() + 64;

  public TrailProof {
    path = List.copyOf(path);
  }

  /**
   * What a proof is worth.
   *
   * @param sequence of the record
   * @param size how many records the seal covers
   * @param keyId of who sealed
   * @param fault why it proves nothing; empty where it does
   */
  public record Verdict(long sequence, long size, String keyId, Optional<String> fault) {
    public boolean holds() {
      return fault.isEmpty();
    }
  }

  /**
   * Makes the proof of a record.
   *
   * @param in a trail from its first record on, read up to the seal behind the record
   * @throws IllegalArgumentException where the trail has no such record, or no seal behind it
   */
  public static TrailProof of(InputStream in, long sequence) throws IOException {
    TrailLines lines = new TrailLines(in);
    Line first = lines.next();
    Matcher header = TRAIL.matcher(first == null ? "" : text(first.bytes()));
    if (!header.matches()) {
      throw new IllegalArgumentException(
          "a proof is made from a trail of version 1 that begins with record 0");
    }
    List<byte[]> hashes = new ArrayList<>();
    TrailLine wanted = null;
    for (Line line = lines.next(); line != null; line = lines.next()) {
      TrailLine record = line.whole() ? TrailLine.read(line.bytes(), line.bytes().length) : null;
      if (record == null || record.sequence() != hashes.size()) {
        throw new IllegalArgumentException(
            "line %d is not record %d: verify the trail"
                .formatted(hashes.size() + 2, hashes.size()));
      }
      if (wanted != null && record.kind() == TrailRecord.Kind.CHECKPOINT) {
        return new TrailProof(
            header.group(1),
            text(wanted.bytes()),
            text(record.bytes()),
            new MerkleTree(hashes).inclusion(Math.toIntExact(sequence)));
      }
      if (hashes.size() == MOST_RECORDS) {
        throw new IllegalArgumentException("more than " + MOST_RECORDS + " records");
      }
      hashes.add(record.computed());
      wanted = record.sequence() == sequence ? record : wanted;
    }
    throw new IllegalArgumentException(
        wanted == null
            ? "there is no record %d; the trail has %d".formatted(sequence, hashes.size())
            : "record %d is not sealed yet".formatted(sequence));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The three lines. */
  public String text() {
    String steps =
        path.stream().map(step -> '"' + Sm3.hex(step) + '"').collect(Collectors.joining(","));
    return "{\"proof\":{\"version\":1,\"trail\":\"%s\",\"path\":[%s]}}\n%s\n%s\n"
        .formatted(trail, steps, record, seal);
  }

  /**
   * Reads the three lines.
   *
   * @throws IllegalArgumentException where they are not those of a proof
   */
  public static TrailProof parse(byte[] text) throws IOException {
    TrailLines lines = new TrailLines(new ByteArrayInputStream(text));
    String first = line(lines);
    Matcher header = HEADER.matcher(first);
    if (!header.matches()) {
      throw new IllegalArgumentException("the first line is not that of a proof of version 1");
    }
    HexFormat hex = HexFormat.of();
    String steps = header.group(2).replace("\"", "");
    List<byte[]> path =
        steps.isEmpty()
            ? List.of()
            : Pattern.compile(",").splitAsStream(steps).map(hex::parseHex).toList();
    TrailProof proof = new TrailProof(header.group(1), line(lines), line(lines), path);
    if (lines.next() != null || !proof.text().equals(text(text))) {
      throw new IllegalArgumentException("a proof has three lines and nothing else");
    }
    return proof;
  }

  private static String line(TrailLines lines) throws IOException {
    Line line = lines.next();
    if (line == null || !line.whole()) {
      throw new IllegalArgumentException("a proof has three whole lines");
    }
    return text(line.bytes());
  }

  /**
   * Whether the record is in the trail that was sealed; needs nothing but this.
   *
   * @param believed keys that may have sealed; empty to take any
   */
  public Verdict verify(Optional<Verifier> believed) {
    TrailLine one = read(record);
    TrailLine two = read(seal);
    Checkpoint checkpoint =
        two == null || two.kind() != TrailRecord.Kind.CHECKPOINT
            ? null
            : Checkpoint.parse(two.content()).orElse(null);
    if (one == null) {
      return new Verdict(-1, 0, "", Optional.of("the record's hash is not that of its content"));
    }
    if (two == null || checkpoint == null || checkpoint.size() != two.sequence()) {
      return new Verdict(one.sequence(), 0, "", Optional.of("the seal is none, or was changed"));
    }
    return new Verdict(
        one.sequence(),
        checkpoint.size(),
        checkpoint.keyId(),
        Optional.ofNullable(fault(one, two, checkpoint, believed)));
  }

  /** Null where the line is no record or was changed. */
  private static @Nullable TrailLine read(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    TrailLine read = TrailLine.read(bytes, bytes.length);
    return read != null && read.hasHash(read.computed()) ? read : null;
  }

  private @Nullable String fault(
      TrailLine one, TrailLine two, Checkpoint checkpoint, Optional<Verifier> believed) {
    String head = seal.substring(seal.length() - PREVIOUS_FROM_END).substring(0, 64);
    if (!head.matches("[0-9a-f]{64}")
        || !checkpoint.isSignedFor(trail, HexFormat.of().parseHex(head), two.time())) {
      return "the seal's signature is not one of " + checkpoint.keyId();
    }
    if (believed.isPresent() && believed.get().key(checkpoint.keyId()).isEmpty()) {
      return "sealed by " + checkpoint.keyId() + ", which is not believed";
    }
    boolean included =
        MerkleTree.includes(
            checkpoint.root(), checkpoint.size(), one.computed(), one.sequence(), path);
    return included ? null : "the path does not lead from the record to the sealed root";
  }
}
