package io.zhidun.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.report.content.Language;
import io.zhidun.report.pack.Attachment;
import io.zhidun.report.pack.EvidencePack;
import io.zhidun.report.pack.PackVerdict;
import io.zhidun.report.pack.PackVerdict.Fault.Kind;
import io.zhidun.report.pack.PackVerifier;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.trust.seal.SignatureVerdict;
import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidencePackTest {

  private static final Sm2PrivateKey KEY = Sm2PrivateKey.generate(new SecureRandom());
  private static final String HOSTILE = "../../<script>alert(1)</script>.html";

  @TempDir private Path folder = Path.of("");
  private Path pack = Path.of("");
  private final Verifier keys = Verifier.of(List.of(KEY.publicKey()));
  private final Assessment assessment = SampleAssessment.of(7, 2);

  @BeforeEach
  void write() throws IOException {
    pack = folder.resolve("pack.zip");
    ReportModel model = ReportModel.of(assessment, SampleAssessment.IMPRINT);
    ReportForms forms = new ReportForms(model, Language.CHINESE, Optional.empty());
    Attachment page =
        new Attachment(
            "x",
            HOSTILE,
            () -> new ByteArrayInputStream("<script>".getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> altered =
        EvidencePack.write(
            forms,
            List.of(page),
            Optional.of(new Sm2Signer(KEY, new SecureRandom())),
            SampleAssessment.MADE,
            out);
    assertThat(altered).isEmpty();
    Files.write(pack, out.toByteArray());
  }

  @Test
  void wholePackVerifiesUnderItsKey() throws IOException {
    PackVerdict verdict = PackVerifier.verify(pack, keys);
    assertThat(verdict.faults()).isEmpty();
    assertThat(verdict.signature()).contains(SignatureVerdict.VALID);
    assertThat(verdict.files()).isGreaterThan(assessment.evidence().size() + 10);
    assertThat(PackVerifier.verify(pack, Verifier.of(List.of())).signature())
        .contains(SignatureVerdict.UNKNOWN_KEY);
  }

  @Test
  void namesTheFirstChangedFile() throws IOException {
    rewrite("evidence/E-00003.json", "{}");
    PackVerdict verdict = PackVerifier.verify(pack, keys);
    assertThat(verdict.faults()).hasSize(1);
    assertThat(verdict.faults().get(0).file()).isEqualTo("evidence/E-00003.json");
    assertThat(verdict.faults().get(0).kind()).isEqualTo(Kind.CHANGED);
  }

  @Test
  void namesRemovedAndAddedFiles() throws IOException {
    rewrite("report.json", "");
    assertThat(PackVerifier.verify(pack, keys).faults().get(0).kind()).isEqualTo(Kind.MISSING);
    write();
    rewrite("../evil.sh", "added");
    assertThat(PackVerifier.verify(pack, keys).faults())
        .allMatch(fault -> fault.file().equals("../evil.sh") && fault.kind() == Kind.ADDED);
  }

  @Test
  void findsEveryFlippedByte() throws IOException {
    byte[] whole = Files.readAllBytes(pack);
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(flipped.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(pack, flipped);
      assertThat(PackVerifier.verify(pack, keys).isWhole()).as("byte " + at).isFalse();
    }
  }

  /** Whatever a flip makes of the packed manifest, it is a fault of the pack and no failure. */
  @Test
  void tellsOfADamagedManifestInsteadOfFailing() throws IOException {
    byte[] whole = Files.readAllBytes(pack);
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("PK", text.indexOf("manifest.json"));
    // What ends the packed bytes is what a reader waits for in vain.
    for (int at = end - 60; at < end; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) 0xff;
      Files.write(pack, flipped);
      assertThat(PackVerifier.verify(pack, keys).isWhole()).as("byte " + at).isFalse();
    }
  }

  @Test
  void attachmentsAreDownloadsUnderNamesOfOurOwn() throws IOException {
    try (ZipFile zip = new ZipFile(pack.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .contains("files/F-00001.bin")
          .allMatch(name -> name.matches("[a-zA-Z0-9/._-]+") && !name.contains(".."));
      try (InputStream in = zip.getInputStream(zip.getEntry("index.html"))) {
        String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(page)
            .contains("自查报告，非测评机构出具的等级测评报告")
            .contains("default-src 'none'")
            .contains("../../&lt;script&gt;")
            .doesNotContain("<script");
      }
    }
  }

  /** Replaces a file, removes it where the text is empty, adds it where there is none. */
  private void rewrite(String path, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(pack));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      boolean seen = false;
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        boolean here = entry.getName().equals(path);
        seen |= here;
        if (!here || !text.isEmpty()) {
          zip.putNextEntry(new ZipEntry(entry.getName()));
          zip.write(here ? text.getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
        }
      }
      if (!seen) {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(pack, out.toByteArray());
  }
}
