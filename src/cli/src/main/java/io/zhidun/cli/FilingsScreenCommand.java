package io.zhidun.cli;

import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.form.FormFault;
import io.zhidun.rules.filings.form.FormRead;
import io.zhidun.rules.filings.form.Limits;
import io.zhidun.rules.filings.judge.FilingRules;
import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.judge.IndicationJson;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.screen.FilingScreen;
import io.zhidun.rules.filings.screen.Latest;
import io.zhidun.rules.filings.text.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Filings, changes, actions and register entries in, one indication a line out. */
@Command(
    name = "screen",
    description = "Says which filings of a file a reviewer should look at, and why",
    mixinStandardHelpOptions = true)
final class FilingsScreenCommand implements Callable<Integer> {

  /** Faults that are told one by one. */
  private static final int MOST_TOLD = 20;

  /**
   * Under which personal identifiers are hashed where no key is given: the hashes of one run then
   * equal those of the next, and say nothing beside an installation's.
   */
  private static final String OFFLINE_KEY = "zhidun filings screen, offline";

  @Option(names = "--input", required = true, description = "NDJSON; - for standard input")
  private Path file = Path.of("-");

  @Option(names = "--key-file", description = "key of the hashes of personal identifiers")
  private @Nullable Path keyFile;

  private long read;
  private long refused;

  @Override
  public Integer call() throws IOException {
    List<Digest> digests = read();
    digests.sort(
        Comparator.comparing((Digest digest) -> digest.record().time())
            .thenComparing(digest -> digest.record().id()));
    FilingScreen screen = FilingScreen.shipped(FilingRules.shipped());
    Latest latest = new Latest();
    for (Digest digest : digests) {
      screen.see(digest, latest);
    }
    List<Indication> indications = latest.all();
    try (OutputStream out = new BufferedOutputStream(System.out, 1 << 16)) {
      for (Indication indication : indications) {
        out.write(IndicationJson.write(indication));
        out.write('\n');
      }
    }
    System.err.printf(
        "%d lines, %d indications, %d lines could not be read%n",
        read, indications.size(), refused);
    return refused == 0 ? 0 : 1;
  }

  private List<Digest> read() throws IOException {
    FilingLines reader = new FilingLines(key());
    List<Digest> digests = new ArrayList<>();
    try (Lines lines = Lines.of(file, Limits.LINE_BYTES + 1)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        read++;
        FormRead form = reader.read(line);
        for (FilingRecord record : form.records()) {
          digests.add(Digest.of(record));
        }
        tell(form);
      }
    }
    return digests;
  }

  private void tell(FormRead form) {
    for (FormFault fault : form.faults()) {
      if (++refused <= MOST_TOLD) {
        System.err.println("line " + read + ": " + fault);
      }
    }
    for (FormFault note : form.notes()) {
      System.err.println("line " + read + ", kept: " + note);
    }
  }

  private byte[] key() throws IOException {
    return keyFile == null
        ? OFFLINE_KEY.getBytes(StandardCharsets.US_ASCII)
        : Files.readAllBytes(keyFile);
  }
}
