package io.zhidun.cli;

import io.zhidun.report.Form;
import io.zhidun.report.Imprint;
import io.zhidun.report.ReportForms;
import io.zhidun.report.ReportModel;
import io.zhidun.report.content.Language;
import io.zhidun.report.pack.EvidencePack;
import io.zhidun.report.typeset.Fonts;
import io.zhidun.rules.compliance.assess.AssessmentJson;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.trust.Sm3;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import io.zhidun.trust.seal.DetachedSignature;
import io.zhidun.trust.seal.Signer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;

/** An assessment in, the forms of its report out, one line a file. */
@Command(
    name = "report",
    description = "Prints a self-assessment as DOCX, PDF, JSON, CSV, OSCAL and evidence pack",
    mixinStandardHelpOptions = true)
final class ComplianceReportCommand implements Callable<Integer> {

  private static final String PACK = "evidence-pack.zip";

  @Option(names = "--assessment", required = true, paramLabel = "FILE", description = "its JSON")
  private Path assessment = Path.of("");

  @Option(
      names = "--form",
      split = ",",
      paramLabel = "FORM",
      description = "docx, pdf, json, csv, oscal, pack; all unless given")
  private List<String> forms = List.of("docx", "pdf", "json", "csv", "oscal", "pack");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "made where it is missing; files in it are never overwritten")
  private Path out = Path.of("");

  @Option(names = "--organisation", description = "被测单位; the system's owner unless given")
  private @Nullable String organisation;

  @Option(names = "--number", description = "of the report; the assessment's id unless given")
  private String number = "";

  @Option(names = "--date", description = "on the cover; the day of the assessment unless given")
  private @Nullable LocalDate date;

  @Option(names = "--zone", description = "in which times are printed (${DEFAULT-VALUE})")
  private ZoneId zone = Imprint.BEIJING;

  @Option(names = "--prepared-by", description = "name of a person; left free for a signature")
  private String preparedBy = "";

  @Option(names = "--reviewed-by", description = "as before")
  private String reviewedBy = "";

  @Option(names = "--approved-by", description = "as before")
  private String approvedBy = "";

  @Option(names = "--language", description = "of DOCX and PDF: zh or en (${DEFAULT-VALUE})")
  private String language = "zh";

  @ArgGroup(exclusive = false)
  private @Nullable FontFiles fontFiles;

  @ArgGroup(exclusive = false)
  private @Nullable Signing signing;

  private final Clock clock = Clock.systemUTC();
  private int altered;

  /** Fonts that a PDF embeds. */
  private static final class FontFiles {
    @Option(
        names = "--text-font",
        required = true,
        paramLabel = "FILE[,N]",
        description = "OpenType or TrueType; of a collection the N-th, from 0")
    private String text = "";

    @Option(names = "--heading-font", required = true, paramLabel = "FILE[,N]")
    private String heading = "";
  }

  /** A vault and what opens it; neither a key nor a passphrase stands on a command line. */
  private static final class Signing {
    @Option(
        names = "--sign-key",
        required = true,
        paramLabel = "VAULT",
        description = "key vault whose current signing key signs each file")
    private Path vault = Path.of("");

    @Option(
        names = "--sign-lock-file",
        paramLabel = "FILE",
        description = "32 bytes that open the vault; only its owner may read it")
    private @Nullable Path lockFile;

    @Option(
        names = "--sign-passphrase-file",
        paramLabel = "FILE",
        description = "instead of it, a passphrase in the first line")
    private @Nullable Path passphraseFile;

    private KeyLock lock() {
      if (lockFile != null && passphraseFile == null) {
        return KeyLock.keyFile(lockFile);
      }
      if (passphraseFile != null && lockFile == null) {
        return KeyLock.passphraseFile(passphraseFile);
      }
      throw new UsageFault("--sign-key needs one of --sign-lock-file and --sign-passphrase-file");
    }
  }

  @Override
  public Integer call() throws IOException {
    List<String> asked = asked();
    ReportForms report = new ReportForms(model(), language(), fonts(asked));
    Optional<Signer> signer = signer();
    Files.createDirectories(out);
    try (Ndjson lines = new Ndjson()) {
      for (String form : asked) {
        for (Path file : write(form, report, signer)) {
          lines.write(line(form, file, signer));
        }
      }
    }
    if (altered > 0) {
      System.err.printf("%d pieces of evidence have not the hash on record%n", altered);
    }
    return altered == 0 ? 0 : 1;
  }

  private Optional<Signer> signer() throws IOException {
    if (signing == null) {
      return Optional.empty();
    }
    return Optional.of(
        FileKeyVault.open(signing.vault, signing.lock(), new SecureRandom()).signer());
  }

  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    for (String form : forms) {
      String name = form.strip().toLowerCase(Locale.ROOT);
      if (!name.matches("docx|pdf|json|csv|oscal|pack")) {
        throw new UsageFault("--form \"" + form + "\" is not docx, pdf, json, csv, oscal or pack");
      }
      asked.add(name);
    }
    return asked;
  }

  private Language language() {
    return switch (language) {
      case "zh" -> Language.CHINESE;
      case "en" -> Language.ENGLISH;
      default -> throw new UsageFault("--language \"" + language + "\" is not zh or en");
    };
  }

  private Optional<Fonts> fonts(List<String> asked) {
    if (fontFiles != null) {
      return Optional.of(new Fonts(fontFiles.text, fontFiles.heading));
    }
    return asked.contains("pdf") || asked.contains("pack")
        ? Optional.of(Fonts.installed())
        : Optional.empty();
  }

  private ReportModel model() throws IOException {
    if (!Files.isRegularFile(assessment) || !Files.isReadable(assessment)) {
      throw new UsageFault("--assessment " + assessment + " cannot be read");
    }
    if (Files.size(assessment) > AssessmentJson.MOST_BYTES) {
      throw new UsageFault("--assessment " + assessment + " is over " + AssessmentJson.MOST_BYTES);
    }
    Assessment read = read();
    return ReportModel.of(
        read,
        new Imprint(
            organisation == null ? read.system().owner() : organisation,
            number,
            preparedBy,
            reviewedBy,
            approvedBy,
            date == null ? read.madeAt().atZone(zone).toLocalDate() : date,
            zone));
  }

  private Assessment read() throws IOException {
    try {
      return AssessmentJson.read(Files.readAllBytes(assessment));
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException(
          "no assessment: " + unreadable.getOriginalMessage(), unreadable);
    } catch (NullPointerException absent) {
      throw new IllegalArgumentException("no assessment: a member is missing", absent);
    }
  }

  private List<Path> write(String form, ReportForms report, Optional<Signer> signer)
      throws IOException {
    if (form.equals("pack")) {
      Path pack = out.resolve(PACK);
      try (OutputStream stream = new BufferedOutputStream(create(pack))) {
        altered = EvidencePack.write(report, List.of(), signer, clock.instant(), stream).size();
      }
      return List.of(pack);
    }
    List<Path> written = new ArrayList<>();
    Map<String, byte[]> files = report.files(Form.valueOf(form.toUpperCase(Locale.ROOT)));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = out.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("."));
      try (OutputStream stream = create(path)) {
        stream.write(file.getValue());
      }
      written.add(path);
    }
    return written;
  }

  private static OutputStream create(Path path) throws IOException {
    try {
      return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException there) {
      throw new UsageFault(path + " is there already; nothing is overwritten");
    }
  }

  private Map<String, Object> line(String form, Path file, Optional<Signer> signer)
      throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("form", form);
    line.put("path", file.toString());
    line.put("bytes", Files.size(file));
    line.put("sm3", Sm3.hex(Sm3.of(file)));
    if (signer.isPresent()) {
      Path beside = DetachedSignature.writeBeside(file, clock.instant(), signer.get());
      line.put("signature", beside.toString());
    }
    return line;
  }
}
