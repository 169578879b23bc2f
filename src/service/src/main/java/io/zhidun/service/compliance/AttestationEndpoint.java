package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.knowledge.Sm3;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import io.zhidun.service.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signed documents: stored and hashed as they came, and never anything but a download. */
@RestController
@RequestMapping("/api/v1/compliance/attestations")
class AttestationEndpoint {
  private static final int MOST_ITEMS = 50;
  private static final int LONGEST_DAYS = 3 * 366;

  private final Decisions decisions;

  AttestationEndpoint(Decisions decisions) {
    this.decisions = decisions;
  }

  @PostMapping
  ResponseEntity<AttestationView> attest(
      @RequestParam MultiValueMap<String, String> query, HttpServletRequest request, Principal who)
      throws IOException {
    Parameters parameters = new Parameters(query);
    List<String> items = parameters.texts("item", 64);
    String fileName = parameters.text("fileName", 200);
    parameters.check();
    Words words = new Words();
    if (items.isEmpty() || items.size() > MOST_ITEMS) {
      words.fault("item", Integer.toString(items.size()), "must be given 1 to 50 times");
    }
    Instant now = decisions.now();
    LocalDate today = Days.of(now);
    String system = words.text("system", query.getFirst("system"), 1, 64);
    String title = words.text("title", query.getFirst("title"), 2, 200);
    String signer = words.text("signer", query.getFirst("signer"), 2, 100);
    LocalDate signedOn = words.pastDay("signedOn", query.getFirst("signedOn"), today);
    LocalDate expires = words.day("expires", query.getFirst("expires"), today, LONGEST_DAYS);
    String result = query.getFirst("result");
    Result verdict = words.verdict("result", result == null ? Result.MET.wire() : result);
    words.check();
    String object = query.getFirst("object");
    String about = object == null || object.isBlank() ? system : object;
    items.forEach(item -> decisions.requirement(system, item));
    decisions.requireObject(system, about, false);
    byte[] document = request.getInputStream().readAllBytes();
    if (document.length == 0) {
      throw Problems.invalid("body", "", "must be the document");
    }
    Attestation made =
        decisions.attest(
            new Attestation(
                0,
                system,
                about,
                items,
                title,
                signer,
                signedOn,
                Days.endOf(expires),
                verdict,
                Downloads.safe(fileName == null ? "document" : fileName),
                document.length,
                Sm3.hex(document),
                "",
                who.getName(),
                now,
                null),
            document);
    return ResponseEntity.created(
            URI.create("/api/v1/compliance/attestations/" + made.id() + "/document"))
        .body(AttestationView.of(made));
  }

  @GetMapping
  Page<AttestationView> list(
      @RequestParam(defaultValue = "") String system,
      @RequestParam(defaultValue = "") String item) {
    List<AttestationView> all =
        decisions.attestations(system).stream()
            .filter(one -> item.isEmpty() || one.items().contains(item))
            .map(AttestationView::of)
            .toList();
    return new Page<>(all, null, all.size());
  }

  @GetMapping("/{id}/document")
  ResponseEntity<byte[]> document(@PathVariable long id, Principal who) {
    byte[] bytes = decisions.document(id, who.getName());
    return Downloads.of(bytes, decisions.requireAttestation(id).fileName(), Downloads.ANY);
  }

  record Reason(@Nullable String reason) {}

  @PostMapping("/{id}/withdraw")
  AttestationView withdraw(@PathVariable long id, @RequestBody Reason reason, Principal who) {
    Words words = new Words();
    String text = words.text("reason", reason.reason(), 2, Words.LONGEST_REASON);
    words.check();
    return AttestationView.of(decisions.withdrawAttestation(id, text, who.getName()));
  }
}
