package io.zhidun.cli;

import io.zhidun.trust.chain.TrailProof;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes one record out of a trail with the proof that it stands there. */
@Command(
    name = "proof",
    description = "Proves one record of an audit trail without showing the others",
    mixinStandardHelpOptions = true)
final class AuditProofCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "the exported trail, from its first record on; - for standard input")
  private Path file = Path.of("-");

  @Option(
      names = "--record",
      paramLabel = "N",
      required = true,
      description = "the record's sequence")
  private long record;

  @Option(
      names = "--out",
      paramLabel = "PROOF",
      description = "a file that is not there yet (default: standard output)")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (record < 0) {
      throw new UsageFault("--record must be at least 0, was " + record);
    }
    TrailProof proof;
    try (InputStream in = open()) {
      proof = TrailProof.of(in, record);
    } catch (IllegalArgumentException e) {
      System.err.println(file + ": " + e.getMessage());
      return 1;
    }
    byte[] text = proof.text().getBytes(StandardCharsets.UTF_8);
    if (out == null) {
      System.out.write(text);
      System.out.flush();
      return 0;
    }
    try {
      Files.write(out, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageFault("--out " + out + " is there already");
    }
    System.err.printf("%s: record %d, verify with: audit verify %s%n", file, record, out);
    return 0;
  }

  private InputStream open() throws IOException {
    if (file.toString().equals("-")) {
      return new BufferedInputStream(System.in);
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UsageFault("file " + file + " cannot be read");
    }
    return Files.newInputStream(file);
  }
}
