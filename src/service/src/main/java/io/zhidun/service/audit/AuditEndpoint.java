package io.zhidun.service.audit;

import io.zhidun.events.Json;
import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import io.zhidun.service.web.Problems;
import io.zhidun.trust.keys.KeyEntry;
import io.zhidun.trust.keys.KeyUse;
import io.zhidun.trust.keys.KeyVault;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The trail for auditors; who may reach this is said where access is configured. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditEndpoint {
  private static final String ORDER = "-sequence";

  private final AuditRepository repository;
  private final ChainedAuditTrail trail;
  private final AuditVerification verification;
  private final KeyVault keys;

  AuditEndpoint(
      AuditRepository repository,
      ChainedAuditTrail trail,
      AuditVerification verification,
      KeyVault keys) {
    this.repository = repository;
    this.trail = trail;
    this.verification = verification;
    this.keys = keys;
  }

  /**
   * A record in a list.
   *
   * @param content what the record says; for one that cannot be read any more, its text
   */
  record Row(long sequence, Instant at, String kind, JsonNode content, String hash) {}

  /**
   * A record with all that proves it.
   *
   * @param line as it stands in an exported trail
   */
  record Detail(
      long sequence,
      Instant at,
      String kind,
      JsonNode content,
      String previous,
      String hash,
      String line) {}

  /** A key that seals, or sealed, the trail. */
  record SealingKey(String id, Instant created, @Nullable Instant retired, String pem) {}

  /**
   * What is known of the trail as a whole.
   *
   * @param last the last reading in the background; null before the first
   */
  record Verification(
      long size, long sealed, AuditVerification.@Nullable Result last, List<SealingKey> keys) {}

  @GetMapping
  Page<Row> list(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    AuditFilter filter = AuditFilter.read(parameters);
    long before = before(parameters);
    int limit = parameters.limit();
    parameters.check();
    List<AuditRow> found = repository.latest(filter, before, limit + 1);
    boolean more = found.size() > limit;
    List<AuditRow> shown = more ? found.subList(0, limit) : found;
    String next =
        more
            ? new Cursor(ORDER, List.of(Long.toString(shown.get(limit - 1).sequence()))).encode()
            : null;
    return new Page<>(
        shown.stream().map(AuditEndpoint::row).toList(), next, repository.count(filter));
  }

  @GetMapping("/{sequence}")
  Detail one(@PathVariable String sequence) {
    AuditRow row =
        (sequence.matches("\\d{1,18}")
                ? repository.find(Long.parseLong(sequence))
                : Optional.<AuditRow>empty())
            .orElseThrow(() -> Problems.notFound("no record has the number " + sequence));
    return new Detail(
        row.sequence(), row.at(), row.kind(), content(row), row.previous(), row.hash(), row.line());
  }

  /** The whole trail, with this export as its last entry, sealed. */
  @GetMapping(path = "/export", produces = "application/x-ndjson")
  void export(Principal who, HttpServletResponse response) throws IOException {
    trail.recordAndSeal(AuditEntry.by(who.getName(), "audit.export", "audit", "", Map.of()));
    AuditRepository.Standing standing = repository.standing();
    response.setContentType("application/x-ndjson");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s-%d.ndjson\"".formatted(standing.name(), standing.size()));
    try (StoredTrail lines = new StoredTrail(repository, standing.name(), standing.size())) {
      lines.transferTo(response.getOutputStream());
    }
  }

  @GetMapping("/verification")
  Verification verification() {
    AuditRepository.Standing standing = repository.standing();
    return new Verification(
        standing.size(),
        standing.sealedSize(),
        verification.last().orElse(null),
        keys.entries().stream()
            .filter(key -> key.use() == KeyUse.SIGNING)
            .map(AuditEndpoint::key)
            .toList());
  }

  private static SealingKey key(KeyEntry key) {
    return new SealingKey(key.id(), key.created(), key.retired(), key.publicKey().pem());
  }

  private static Row row(AuditRow row) {
    return new Row(row.sequence(), row.at(), row.kind(), content(row), row.hash());
  }

  private static JsonNode content(AuditRow row) {
    try {
      return Json.mapper().readTree(row.content());
    } catch (JacksonException changed) {
      return Json.mapper().getNodeFactory().stringNode(row.content());
    }
  }

  private static long before(Parameters parameters) {
    String text = parameters.text("cursor", 256);
    Cursor cursor = text == null ? null : Cursor.decode(text, ORDER, 1);
    if (text == null) {
      return Long.MAX_VALUE;
    }
    if (cursor == null || !cursor.keys().get(0).matches("\\d{1,18}")) {
      parameters.fault("cursor", text, "must be the next of a page of this list");
      return Long.MAX_VALUE;
    }
    return Long.parseLong(cursor.keys().get(0));
  }
}
