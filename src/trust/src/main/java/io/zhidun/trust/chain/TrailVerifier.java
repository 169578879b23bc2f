package io.zhidun.trust.chain;

import io.zhidun.trust.chain.TrailFault.Kind;
import io.zhidun.trust.chain.TrailLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a trail once, from beginning to end, and names the first record that was changed, removed,
 * inserted or moved. A record that follows is looked at to tell these from each other, and the rest
 * of the file to find a record that was moved back. For one trail.
 */
public final class TrailVerifier {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\"trail\":\\{\"version\":1,\"name\":\"([a-z0-9.-]{1,64})\",\"from\":([0-9]{1,18}),"
              + "\"previous\":\"([0-9a-f]{64})\",\"frontier\":\\[([0-9a-f\",]{0,4300})]}}");

  private final TrailLines lines;
  private final TrailExpectation expected;
  private final Set<String> keyIds = new LinkedHashSet<>();
  private @Nullable Line ahead;
  private long lineNumber;

  private String name = "";
  private long from;
  private long next;
  private byte[] head = new byte[0];
  private MerkleFrontier frontier = new MerkleFrontier(0, List.of());
  private long seals;
  private long sealed;
  private long firstAfterSeal;

  private TrailVerifier(InputStream in, TrailExpectation expected) {
    this.lines = new TrailLines(in);
    this.expected = expected;
  }

  /** Verifies what is left in the stream; it stays open. */
  public static TrailVerdict verify(InputStream in, TrailExpectation expected) throws IOException {
    return new TrailVerifier(in, expected).verify();
  }

  private TrailVerdict verify() throws IOException {
    ahead = lines.next();
    TrailFault fault = header();
    while (fault == null && ahead != null) {
      Line line = advance();
      fault = line == null ? null : record(line);
    }
    if (fault == null) {
      fault = end();
    }
    return new TrailVerdict(
        name, from, next - from, seals, sealed, List.copyOf(keyIds), Optional.ofNullable(fault));
  }

  private @Nullable Line advance() throws IOException {
    Line line = ahead;
    ahead = line == null ? null : lines.next();
    lineNumber++;
    return line;
  }

  private @Nullable TrailFault header() throws IOException {
    Line line = advance();
    Matcher form =
        HEADER.matcher(
            line == null || !line.whole()
                ? ""
                : new String(line.bytes(), StandardCharsets.ISO_8859_1));
    if (!form.matches()) {
      return fault(Kind.NO_TRAIL, 0, "the first line is not that of a trail of version 1");
    }
    try {
      TrailPosition at =
          TrailPosition.of(
              form.group(1),
              Long.parseLong(form.group(2)),
              form.group(3),
              form.group(4).replace("\"", ""));
      boolean canonical =
          line != null
              && Arrays.equals(at.line().getBytes(StandardCharsets.US_ASCII), line.bytes());
      boolean begins =
          at.size() > 0 || Arrays.equals(at.head(), TrailPosition.start(at.name()).head());
      if (!canonical || !begins) {
        return fault(Kind.NO_TRAIL, 0, "the first line was changed");
      }
      begin(at);
      return null;
    } catch (IllegalArgumentException notAPosition) {
      return fault(Kind.NO_TRAIL, 0, "the first line was changed: " + notAPosition.getMessage());
    }
  }

  private void begin(TrailPosition at) {
    name = at.name();
    from = at.size();
    next = from;
    firstAfterSeal = from;
    head = at.head();
    frontier = new MerkleFrontier(at.size(), at.peaks());
  }

  private @Nullable TrailFault record(Line line) throws IOException {
    TrailLine record = line.whole() ? TrailLine.read(line.bytes(), line.bytes().length) : null;
    if (record == null) {
      return unreadable(line);
    }
    byte[] hash = record.computed();
    if (!record.hasHash(hash)) {
      return isFollowedByTheExpected()
          ? fault(Kind.INSERTED, next, "it is not chained, and record " + next + " follows it")
          : fault(Kind.CHANGED, next, "its hash is not that of its content");
    }
    if (record.sequence() != next) {
      return outOfSequence(record);
    }
    if (!record.hasPrevious(head)) {
      return brokenChain(record, hash);
    }
    TrailFault fault = record.kind() == TrailRecord.Kind.CHECKPOINT ? seal(record) : null;
    if (fault == null) {
      frontier.add(hash);
      head = hash;
      next++;
      fault = next == expected.least() ? expectedRoot() : null;
    }
    return fault;
  }

  private TrailFault unreadable(Line line) {
    if (ahead == null && !line.whole() && line.bytes().length < TrailLines.MOST_BYTES) {
      return fault(Kind.TRUNCATED, next, "the file ends within this record");
    }
    return fault(Kind.CHANGED, next, "the line is not laid out as a record");
  }

  /** Whether the line after this one is the record that should stand here. */
  private boolean isFollowedByTheExpected() {
    TrailLine following = following();
    return following != null && following.sequence() == next && following.hasPrevious(head);
  }

  private @Nullable TrailLine following() {
    return ahead == null ? null : TrailLine.read(ahead.bytes(), ahead.bytes().length);
  }

  private TrailFault outOfSequence(TrailLine record) throws IOException {
    long place = lineNumber;
    if (record.sequence() < next) {
      return fault(
          Kind.INSERTED, next, "a second record %d stands here".formatted(record.sequence()));
    }
    for (Line line = advance(); line != null; line = advance()) {
      TrailLine later = TrailLine.read(line.bytes(), line.bytes().length);
      if (later != null && later.sequence() == next) {
        return new TrailFault(
            Kind.REORDERED,
            next,
            place,
            "record %d stands in its place, and it on line %d"
                .formatted(record.sequence(), lineNumber));
      }
    }
    String which =
        record.sequence() == next + 1
            ? "record %d is missing".formatted(next)
            : "records %d to %d are missing".formatted(next, record.sequence() - 1);
    return new TrailFault(Kind.REMOVED, next, place, which);
  }

  /**
   * The record has a right hash of its own but names another one before it: either the one before
   * was rewritten with its hash, or this was. The one after tells, where it is chained to this.
   */
  private TrailFault brokenChain(TrailLine record, byte[] hash) {
    TrailLine following = following();
    boolean othersFollow = following == null || following.hasPrevious(hash);
    if (othersFollow && next > from) {
      return new TrailFault(
          Kind.CHANGED,
          next - 1,
          lineNumber - 1,
          "record %d was chained to another one".formatted(record.sequence()));
    }
    return fault(Kind.CHANGED, next, "it is not chained to the record before it");
  }

  private @Nullable TrailFault seal(TrailLine record) {
    Checkpoint checkpoint = Checkpoint.parse(record.content()).orElse(null);
    if (checkpoint == null || checkpoint.size() != next) {
      return fault(Kind.BAD_SEAL, next, "its content is not that of a checkpoint here");
    }
    if (!checkpoint.isSignedFor(name, head, record.time())) {
      boolean rewritten = !Arrays.equals(checkpoint.root(), frontier.root());
      return rewritten
          ? rewritten()
          : fault(Kind.BAD_SEAL, next, "its signature is not one of " + checkpoint.keyId());
    }
    if (!Arrays.equals(checkpoint.root(), frontier.root())) {
      return rewritten();
    }
    keyIds.add(checkpoint.keyId());
    boolean believed =
        expected.believed().map(keys -> keys.key(checkpoint.keyId()).isPresent()).orElse(true);
    if (!believed) {
      return fault(
          Kind.FOREIGN_KEY, next, "sealed by " + checkpoint.keyId() + ", which is not believed");
    }
    seals++;
    sealed = next;
    firstAfterSeal = next + 1;
    return null;
  }

  private TrailFault rewritten() {
    return fault(
        Kind.REWRITTEN,
        firstAfterSeal,
        "the seal in record %d is over other records: one from %d on was changed, and the hashes after it"
            .formatted(next, firstAfterSeal));
  }

  private @Nullable TrailFault expectedRoot() {
    return expected
        .root()
        .filter(root -> !Arrays.equals(root, frontier.root()))
        .map(
            root ->
                fault(
                    Kind.REWRITTEN,
                    firstAfterSeal,
                    "the first %d records are not those expected".formatted(next)))
        .orElse(null);
  }

  private @Nullable TrailFault end() {
    if (next < expected.least()) {
      return fault(
          Kind.TRUNCATED,
          next,
          "the file ends here, the trail had %d records".formatted(expected.least()));
    }
    boolean needsSeal = expected.believed().isPresent() || from > 0;
    return needsSeal && seals == 0
        ? fault(Kind.UNSEALED, next, "no checkpoint seals any of it")
        : null;
  }

  private TrailFault fault(Kind kind, long sequence, String reason) {
    return new TrailFault(kind, sequence, lineNumber, reason);
  }
}
