package io.zhidun.cli;

import io.zhidun.report.pack.PackVerdict;
import io.zhidun.report.pack.PackVerdict.Fault;
import io.zhidun.report.pack.PackVerifier;
import io.zhidun.trust.seal.DetachedSignature;
import io.zhidun.trust.seal.SignatureVerdict;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies an evidence pack, or a report by the signature beside it. Needs no network. */
@Command(
    name = "verify",
    description = "Verifies an evidence pack, or a report by the signature beside it",
    mixinStandardHelpOptions = true)
final class ComplianceVerifyCommand implements Callable<Integer> {

  private static final int MOST_SMALL_BYTES = 65_536;

  @Parameters(paramLabel = "FILE", description = "PACK.zip, or a report with its .sm2sig beside")
  private Path file = Path.of("");

  @Option(
      names = "--public-key",
      paramLabel = "PEM",
      description = "a key that may have signed it; without any, whose key it is stays open")
  private List<Path> publicKeys = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new UsageFault("file " + file + " cannot be read");
    }
    Verifier keys = believed();
    boolean pack = file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    PackVerdict verdict = pack ? PackVerifier.verify(file, keys) : beside(keys);
    Optional<Fault> fault = verdict.faults().stream().findFirst().or(() -> keyFault(verdict));
    try (Ndjson out = new Ndjson()) {
      out.write(line(verdict, fault));
    }
    tell(verdict, fault);
    return fault.isEmpty() ? 0 : 1;
  }

  private Verifier believed() throws IOException {
    List<Sm2PublicKey> keys = new ArrayList<>();
    for (Path path : publicKeys) {
      if (!Files.isReadable(path) || Files.size(path) > MOST_SMALL_BYTES) {
        throw new UsageFault("--public-key " + path + " cannot be read");
      }
      try {
        keys.add(Sm2PublicKey.ofPem(Files.readString(path)));
      } catch (IllegalArgumentException | CharacterCodingException none) {
        throw new UsageFault("--public-key " + path + ": " + none.getMessage());
      }
    }
    return Verifier.of(keys);
  }

  private PackVerdict beside(Verifier keys) throws IOException {
    Path signatureFile = DetachedSignature.beside(file);
    if (!Files.isReadable(signatureFile) || Files.size(signatureFile) > MOST_SMALL_BYTES) {
      return fault(signatureFile, Fault.Kind.MISSING, "there is no signature beside the file");
    }
    DetachedSignature signature;
    try {
      signature = DetachedSignature.parse(Files.readAllBytes(signatureFile));
    } catch (IllegalArgumentException changed) {
      return fault(signatureFile, Fault.Kind.SIGNATURE, "is not a signature");
    }
    SignatureVerdict signed = signature.verify(file, keys);
    List<Fault> faults =
        switch (signed) {
          case VALID, UNKNOWN_KEY -> List.of();
          case CONTENT_CHANGED ->
              List.of(new Fault(name(file), Fault.Kind.CHANGED, "is not what was signed"));
          case SIGNATURE_CHANGED ->
              List.of(
                  new Fault(
                      name(signatureFile), Fault.Kind.SIGNATURE, "is no signature of its own key"));
        };
    return new PackVerdict("", 1, faults, Optional.of(signed), signature.keyId());
  }

  private static PackVerdict fault(Path at, Fault.Kind kind, String words) {
    return new PackVerdict("", 1, List.of(new Fault(name(at), kind, words)), Optional.empty(), "");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Who names keys wants one of them to have signed. */
  private Optional<Fault> keyFault(PackVerdict verdict) {
    boolean believed = verdict.signature().filter(SignatureVerdict::isValid).isPresent();
    return publicKeys.isEmpty() || believed
        ? Optional.empty()
        : Optional.of(
            new Fault(
                name(file),
                Fault.Kind.SIGNATURE,
                verdict.signature().isEmpty()
                    ? "is not signed"
                    : "is signed by the unknown key " + verdict.keyId()));
  }

  private Map<String, Object> line(PackVerdict verdict, Optional<Fault> fault) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", file.toString());
    line.put("status", fault.isEmpty() ? "intact" : "broken");
    line.put("report", verdict.report());
    line.put("files", verdict.files());
    line.put("faults", verdict.faults().size());
    line.put("signature", verdict.signature().map(each -> wire(each.name())).orElse("none"));
    line.put("key", verdict.keyId());
    line.put("keysGiven", !publicKeys.isEmpty());
    fault.ifPresent(
        first ->
            line.put(
                "fault",
                Map.of(
                    "file", first.file(),
                    "kind", wire(first.kind().name()),
                    "reason", first.words())));
    return line;
  }

  private static String wire(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void tell(PackVerdict verdict, Optional<Fault> fault) {
    if (fault.isPresent()) {
      System.err.println(fault.get().file() + " " + fault.get().words());
    } else if (verdict.signature().isEmpty()) {
      System.err.println("as it was written, but not signed");
    } else if (publicKeys.isEmpty()) {
      System.err.println("as it was signed; whose key " + verdict.keyId() + " is stays open");
    } else {
      System.err.println("as it was signed by " + verdict.keyId());
    }
  }
}
