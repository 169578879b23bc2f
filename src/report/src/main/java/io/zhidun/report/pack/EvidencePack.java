package io.zhidun.report.pack;

import io.zhidun.report.Form;
import io.zhidun.report.ReportForms;
import io.zhidun.report.ReportModel;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.trust.Sm3;
import io.zhidun.trust.seal.DetachedSignature;
import io.zhidun.trust.seal.Signer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a report with all it rests on as one ZIP file: forms, evidence, attachments, a page that
 * opens offline, a manifest of hashes, its signature.
 */
public final class EvidencePack {

  /** Most files of others in one pack. */
  private static final int MOST_ATTACHMENTS = 10_000;

  private final ReportForms forms;
  private final List<Attachment> attachments;
  private final List<Manifest.Entry> entries = new ArrayList<>();

  private EvidencePack(ReportForms forms, List<Attachment> attachments) {
    this.forms = forms;
    this.attachments = attachments;
    if (attachments.size() > MOST_ATTACHMENTS) {
      throw new IllegalArgumentException(
          attachments.size() + " attachments, at most " + MOST_ATTACHMENTS);
    }
  }

  /**
   * Writes a pack; the stream stays open. Without fonts there is no PDF in it.
   *
   * @param signer empty for a pack that is hashed but not signed
   * @param now when it is signed
   * @return ids of the evidence whose content has not the hash it was given, empty as it should be
   */
  public static List<String> write(
      ReportForms forms,
      List<Attachment> attachments,
      Optional<Signer> signer,
      Instant now,
      OutputStream out)
      throws IOException {
    return new EvidencePack(forms, List.copyOf(attachments)).write(signer, now, out);
  }

  private List<String> write(Optional<Signer> signer, Instant now, OutputStream out)
      throws IOException {
    SealedOutputStream sealed = new SealedOutputStream(out);
    ZipOutputStream zip = new ZipOutputStream(sealed, StandardCharsets.UTF_8);
    zip.setComment(SealedOutputStream.comment());
    for (Form form : Form.values()) {
      if (form != Form.PDF || forms.fonts().isPresent()) {
        for (Map.Entry<String, byte[]> file : forms.files(form).entrySet()) {
          put(zip, file.getKey(), file.getValue());
        }
      }
    }
    List<String> altered = evidence(zip);
    attachments(zip);
    put(zip, "index.html", IndexPage.of(forms.model(), List.copyOf(entries), altered));
    Manifest manifest =
        new Manifest(forms.model().number(), forms.model().assessment().id(), entries);
    byte[] json = manifest.json();
    begin(zip, Manifest.PATH);
    zip.write(json);
    if (signer.isPresent()) {
      begin(zip, Manifest.PATH + DetachedSignature.SUFFIX);
      zip.write(DetachedSignature.of(json, now, signer.get()).json());
    }
    zip.finish();
    sealed.seal();
    return altered;
  }

  private List<String> evidence(ZipOutputStream zip) throws IOException {
    ReportModel model = forms.model();
    List<String> altered = new ArrayList<>();
    for (Evidence each : model.assessment().evidence()) {
      put(zip, EvidenceContent.path(model, each.id()), EvidenceContent.canonical(each));
      if (!EvidenceContent.isWhole(each)) {
        altered.add(each.id());
      }
    }
    return altered;
  }

  private void attachments(ZipOutputStream zip) throws IOException {
    int number = 0;
    for (Attachment attachment : attachments) {
      String path = "files/F-%05d.bin".formatted(++number);
      begin(zip, path);
      Sm3 sm3 = new Sm3();
      long bytes = 0;
      try (InputStream in = attachment.source().open()) {
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          sm3.update(buffer, 0, count);
          zip.write(buffer, 0, count);
          bytes += count;
        }
      }
      entries.add(new Manifest.Entry(path, bytes, Sm3.hex(sm3.digest()), attachment.name()));
    }
  }

  private void put(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
    begin(zip, path);
    zip.write(bytes);
    entries.add(new Manifest.Entry(path, bytes.length, Sm3.hex(Sm3.of(bytes)), ""));
  }

  private void begin(ZipOutputStream zip, String path) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    Instant made = forms.model().assessment().madeAt().truncatedTo(ChronoUnit.SECONDS);
    entry.setTimeLocal(LocalDateTime.ofInstant(made, ZoneOffset.UTC));
    zip.putNextEntry(entry);
  }
}
