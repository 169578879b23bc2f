package io.zhidun.service.continuity;

import io.zhidun.report.content.Language;
import io.zhidun.report.document.Document;
import io.zhidun.report.typeset.DocxTypesetter;
import io.zhidun.report.typeset.Fonts;
import io.zhidun.report.typeset.PdfTypesetter;
import io.zhidun.service.continuity.ExerciseRepository.Signed;
import io.zhidun.service.web.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Prints the minutes of an exercise, from what was signed. One is printed at a time. */
@Component
class ExercisePrint {
  static final List<String> FORMS = List.of("json", "signature", "docx", "pdf");
  static final List<String> PLAIN = List.of("json", "signature");

  private final Lock printing = new ReentrantLock();

  /** A printed file. */
  record Printed(String ending, String mediaType, byte[] bytes) {}

  /**
   * The signed bytes as they are.
   *
   * @param form json or signature
   */
  static Printed signed(Signed signed, String form) {
    if (form.equals("json")) {
      return new Printed("json", "application/json", bytes(signed.record()));
    }
    return new Printed("json.sm2sig", "application/octet-stream", bytes(signed.signature()));
  }

  /**
   * The report.
   *
   * @param form docx or pdf
   */
  Printed report(ExerciseFile file, String form, Language language) throws IOException {
    Document document = ExerciseDocument.of(file, language);
    printing.lock();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (form.equals("docx")) {
        new DocxTypesetter().write(document, out);
        return new Printed(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            out.toByteArray());
      }
      new PdfTypesetter(fonts()).write(document, out);
      return new Printed("pdf", "application/pdf", out.toByteArray());
    } finally {
      printing.unlock();
    }
  }

  private static Fonts fonts() {
    try {
      return Fonts.installed();
    } catch (IllegalStateException e) {
      throw Problems.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "not-ready",
          "no Chinese font is installed, such as the package fonts-noto-cjk");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
