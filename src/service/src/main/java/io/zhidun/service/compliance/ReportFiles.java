package io.zhidun.service.compliance;

import io.zhidun.report.Form;
import io.zhidun.report.Imprint;
import io.zhidun.report.ReportForms;
import io.zhidun.report.ReportModel;
import io.zhidun.report.content.Language;
import io.zhidun.report.pack.Attachment;
import io.zhidun.report.pack.EvidencePack;
import io.zhidun.report.typeset.Fonts;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.service.compliance.AssessmentRepository.Signature;
import io.zhidun.service.web.Problems;
import io.zhidun.trust.keys.KeyVault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.ErrorResponseException;

/** Prints an assessment as a file. One is printed at a time: a document is made in memory. */
@Service
class ReportFiles {
  static final List<String> FORMS = List.of("docx", "pdf", "json", "csv", "oscal", "pack");

  private static final String PACK = "pack";
  private static final String ZIP = "application/zip";

  private final DecisionRepository decisions;
  private final KeyVault keys;
  private final Clock clock;
  private final Lock printing = new ReentrantLock();

  ReportFiles(DecisionRepository decisions, KeyVault keys, Clock clock) {
    this.decisions = decisions;
    this.keys = keys;
    this.clock = clock;
  }

  /** A printed file. */
  record Printed(String ending, String mediaType, byte[] bytes) {}

  /**
   * @param form one of {@link #FORMS}
   */
  Printed print(Assessment assessment, AssessmentSummary summary, String form) throws IOException {
    printing.lock();
    try {
      ReportForms forms =
          new ReportForms(
              ReportModel.of(assessment, imprint(assessment, summary)), Language.CHINESE, fonts());
      if (form.equals(PACK)) {
        return new Printed("zip", ZIP, pack(assessment, forms));
      }
      Form wanted = Form.valueOf(form.toUpperCase(Locale.ROOT));
      if (wanted == Form.PDF && forms.fonts().isEmpty()) {
        throw notReady("no Chinese font is installed, such as the package fonts-noto-cjk");
      }
      Map<String, byte[]> files = forms.files(wanted);
      if (files.size() == 1) {
        return new Printed(form, mediaType(wanted), files.values().iterator().next());
      }
      return new Printed(form + ".zip", ZIP, zip(files));
    } finally {
      printing.unlock();
    }
  }

  private static Imprint imprint(Assessment assessment, AssessmentSummary summary) {
    return new Imprint(
        assessment.system().owner(),
        "",
        "",
        signed(summary, Assessments.ASSESSOR),
        signed(summary, Assessments.APPROVER),
        Days.of(assessment.madeAt()),
        Days.OFFICE);
  }

  private static String signed(AssessmentSummary summary, String part) {
    return summary.signatures().stream()
        .filter(one -> one.part().equals(part))
        .map(Signature::name)
        .findFirst()
        .orElse("");
  }

  private static Optional<Fonts> fonts() {
    try {
      return Optional.of(Fonts.installed());
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static ErrorResponseException notReady(String detail) {
    return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "not-ready", detail);
  }

  private static String mediaType(Form form) {
    return switch (form) {
      case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      case PDF -> "application/pdf";
      case JSON -> "application/json";
      case CSV, OSCAL -> ZIP;
    };
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** With the documents that the assessment cites, signed with the platform's key. */
  private byte[] pack(Assessment assessment, ReportForms forms) throws IOException {
    Set<String> cited =
        assessment.evidence().stream().map(Evidence::id).collect(Collectors.toSet());
    List<Attachment> attachments = new ArrayList<>();
    for (Attestation one : decisions.attestations(assessment.system().id())) {
      if (cited.contains(one.evidence())) {
        attachments.add(
            new Attachment(
                one.evidence(),
                one.fileName(),
                () ->
                    new ByteArrayInputStream(
                        decisions
                            .document(one.id())
                            .orElseThrow(
                                () -> new IOException("no document of attestation " + one.id())))));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidencePack.write(forms, attachments, Optional.of(keys.signer()), clock.instant(), out);
    return out.toByteArray();
  }
}
