package io.zhidun.cli;

import io.zhidun.trust.chain.TrailExpectation;
import io.zhidun.trust.chain.TrailFault;
import io.zhidun.trust.chain.TrailProof;
import io.zhidun.trust.chain.TrailVerdict;
import io.zhidun.trust.chain.TrailVerifier;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads an audit trail and names the first record that was changed, removed, inserted or moved. */
@Command(
    name = "verify",
    description = "Says whether an audit trail is as it was written, and where it is not",
    mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {
  private static final int MOST_KEY_BYTES = 4096;

  /** Two records and the path between them. */
  private static final int MOST_PROOF_BYTES = 1 << 20;

  @Parameters(
      paramLabel = "FILE",
      description = "the exported trail, or the proof of one record; - for standard input")
  private Path file = Path.of("-");

  @Option(
      names = "--public-key",
      paramLabel = "PEM",
      description =
          "a key that may have sealed it; without any, keys are taken as the trail has them")
  private List<Path> publicKeys = new ArrayList<>();

  @Option(
      names = "--expect-size",
      paramLabel = "N",
      description = "how many records it had at some time, to notice a cut tail")
  private long expectedSize;

  @Option(
      names = "--expect-root",
      paramLabel = "HEX",
      description = "the Merkle root of those records")
  private @Nullable String expectedRoot;

  @Option(names = "--json", description = "no words on standard error")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    TrailExpectation expected = new TrailExpectation(believed(), size(), root());
    TrailVerdict verdict;
    try (InputStream in = open()) {
      if (isProof(in)) {
        return proof(in.readNBytes(MOST_PROOF_BYTES), expected);
      }
      verdict = TrailVerifier.verify(in, expected);
    }
    try (Ndjson out = new Ndjson()) {
      out.write(line(verdict));
    }
    if (!quiet) {
      tell(verdict);
    }
    return verdict.isIntact() ? 0 : 1;
  }

  private InputStream open() throws IOException {
    if (file.toString().equals("-")) {
      return new BufferedInputStream(System.in);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UsageFault("file " + file + " cannot be read");
    }
    return new BufferedInputStream(Files.newInputStream(file));
  }

  private static boolean isProof(InputStream in) throws IOException {
    byte[] begin = TrailProof.BEGIN.getBytes(StandardCharsets.US_ASCII);
    in.mark(begin.length);
    boolean proof = Arrays.equals(in.readNBytes(begin.length), begin);
    in.reset();
    return proof;
  }

  private int proof(byte[] text, TrailExpectation expected) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", file.toString());
    String fault;
    try {
      TrailProof proof = TrailProof.parse(text);
      TrailProof.Verdict verdict = proof.verify(expected.believed());
      fault = verdict.fault().orElse(null);
      line.put("status", verdict.holds() ? "intact" : "broken");
      line.put("trail", proof.trail());
      line.put("record", verdict.sequence());
      line.put("sealed", verdict.size());
      line.put("keys", List.of(verdict.keyId()));
      if (!quiet && verdict.holds()) {
        System.err.printf(
            "%s: record %d is one of the %d of %s that %s sealed%n",
            file, verdict.sequence(), verdict.size(), proof.trail(), verdict.keyId());
      }
    } catch (IllegalArgumentException e) {
      fault = String.valueOf(e.getMessage());
      line.put("status", "broken");
    }
    line.put("keysGiven", !publicKeys.isEmpty());
    if (fault != null) {
      line.put("fault", Map.of("kind", "proof", "reason", fault));
      if (!quiet) {
        System.err.println(file + ": proves nothing: " + fault);
      }
    }
    try (Ndjson out = new Ndjson()) {
      out.write(line);
    }
    return fault == null ? 0 : 1;
  }

  private Optional<Verifier> believed() throws IOException {
    if (publicKeys.isEmpty()) {
      return Optional.empty();
    }
    List<Sm2PublicKey> keys = new ArrayList<>();
    for (Path path : publicKeys) {
      keys.add(key(path));
    }
    return Optional.of(Verifier.of(keys));
  }

  private static Sm2PublicKey key(Path path) throws IOException {
    if (!Files.isReadable(path) || Files.size(path) > MOST_KEY_BYTES) {
      throw new UsageFault("--public-key " + path + " cannot be read");
    }
    try {
      return Sm2PublicKey.ofPem(Files.readString(path));
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException none) {
      throw new UsageFault("--public-key " + path + ": " + none.getMessage());
    }
  }

  private long size() {
    if (expectedSize < 0 || (expectedRoot != null && expectedSize == 0)) {
      throw new UsageFault("--expect-size must be at least 1, and given with --expect-root");
    }
    return expectedSize;
  }

  private Optional<byte[]> root() {
    if (expectedRoot == null) {
      return Optional.empty();
    }
    if (!expectedRoot.matches("[0-9a-f]{64}")) {
      throw new UsageFault("--expect-root is 64 digits of 0-9 a-f, not " + expectedRoot);
    }
    return Optional.of(HexFormat.of().parseHex(expectedRoot));
  }

  private Map<String, Object> line(TrailVerdict verdict) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", file.toString());
    line.put("status", verdict.isIntact() ? "intact" : "broken");
    line.put("trail", verdict.name());
    line.put("from", verdict.from());
    line.put("records", verdict.records());
    line.put("seals", verdict.seals());
    line.put("sealed", verdict.sealed());
    line.put("unsealed", verdict.unsealed());
    line.put("keys", verdict.keyIds());
    line.put("keysGiven", !publicKeys.isEmpty());
    verdict.fault().ifPresent(fault -> line.put("fault", fault(fault)));
    return line;
  }

  private static Map<String, Object> fault(TrailFault fault) {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("kind", word(fault));
    member.put("sequence", fault.sequence());
    member.put("line", fault.line());
    member.put("reason", fault.reason());
    return member;
  }

  private void tell(TrailVerdict verdict) {
    TrailFault fault = verdict.fault().orElse(null);
    if (fault != null) {
      System.err.printf(
          "%s: record %d (line %d) %s: %s%n",
          file, fault.sequence(), fault.line(), word(fault), fault.reason());
      System.err.printf("the %d records before the fault are intact%n", verdict.records());
      return;
    }
    System.err.printf(
        "%s: intact, %d records, %d seals; %d records are not sealed yet%n",
        file, verdict.records(), verdict.seals(), verdict.unsealed());
    if (publicKeys.isEmpty()) {
      System.err.printf(
          "no --public-key was given: that the seals are the installation's own, by key %s, is for"
              + " you to compare%n",
          verdict.keyIds());
    }
  }

  private static String word(TrailFault fault) {
    return fault.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
