package io.zhidun.service.continuity;

import io.zhidun.events.Json;
import io.zhidun.report.content.Language;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventorySystem;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditTrail;
import io.zhidun.service.continuity.ContinuityViews.Detail;
import io.zhidun.service.continuity.ContinuityViews.ExerciseView;
import io.zhidun.service.continuity.ContinuityViews.Row;
import io.zhidun.service.continuity.ExerciseRepository.Signed;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import io.zhidun.trust.Sm3;
import io.zhidun.trust.keys.KeyVault;
import io.zhidun.trust.seal.DetachedSignature;
import io.zhidun.trust.seal.SignatureVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Plans, levels and what exercises came to: read by all; plans are written by engineers. */
@RestController
@RequestMapping("/api/v1/continuity")
class ContinuityEndpoint {
  private final Inventory inventory;
  private final Plans plans;
  private final Exercises exercises;
  private final ExerciseRepository repository;
  private final ContinuityViews views;
  private final ExercisePrint print;
  private final KeyVault keys;
  private final AuditTrail trail;

  ContinuityEndpoint(
      Inventory inventory,
      Plans plans,
      Exercises exercises,
      ExerciseRepository repository,
      ContinuityViews views,
      ExercisePrint print,
      KeyVault keys,
      AuditTrail trail) {
    this.inventory = inventory;
    this.plans = plans;
    this.exercises = exercises;
    this.repository = repository;
    this.views = views;
    this.print = print;
    this.keys = keys;
    this.trail = trail;
  }

  @GetMapping("/systems")
  Page<Row> systems() {
    List<Row> rows = inventory.systems().stream().map(views::row).toList();
    return new Page<>(rows, null, rows.size());
  }

  @GetMapping("/systems/{id}")
  Detail system(@PathVariable String id) {
    return views.detail(inventory.requireSystem(id));
  }

  @GetMapping("/figures")
  RecoveryLevels figures() {
    return views.figures();
  }

  @GetMapping("/systems/{id}/plans/{version}")
  PlanVersion plan(@PathVariable String id, @PathVariable int version) {
    return plans.require(id, version);
  }

  @PostMapping("/systems/{id}/plans")
  @ResponseStatus(HttpStatus.CREATED)
  PlanVersion add(@PathVariable String id, @RequestBody PlanForm form, Principal who) {
    return plans.add(id, form, who.getName());
  }

  @GetMapping("/exercises/{id}")
  ExerciseView exercise(@PathVariable String id) {
    Exercise one = exercises.require(id);
    return views.exercise(one, exercises.planOf(one));
  }

  /**
   * What was signed.
   *
   * @param intact that the record is what a key of this installation signed
   */
  record Sealed(JsonNode record, JsonNode signature, boolean intact) {}

  @GetMapping("/exercises/{id}/record")
  Sealed record(@PathVariable String id) {
    Signed signed = signed(id);
    return new Sealed(
        Json.mapper().readTree(signed.record()),
        Json.mapper().readTree(signed.signature()),
        isIntact(signed));
  }

  @GetMapping("/exercises/{id}/report")
  ResponseEntity<byte[]> report(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "zh") String language,
      Principal who)
      throws IOException {
    if (!ExercisePrint.FORMS.contains(form)) {
      throw Problems.invalid("form", form, "must be one of " + ExercisePrint.FORMS);
    }
    Language spoken = language(language);
    Signed signed = signed(id);
    trail.record(
        AuditEntry.by(
            who.getName(), "continuity.report-exported", "continuity", id, Map.of("form", form)));
    ExercisePrint.Printed printed =
        ExercisePrint.PLAIN.contains(form)
            ? ExercisePrint.signed(signed, form)
            : print.report(file(id, signed), form, spoken);
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("exercise-" + id + "." + printed.ending(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CONTENT_TYPE, printed.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(printed.bytes());
  }

  private static Language language(String name) {
    try {
      return Language.named(name);
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("language", name, "must be zh or en");
    }
  }

  private ExerciseFile file(String id, Signed signed) {
    Exercise one = exercises.require(id);
    Optional<InventorySystem> system = inventory.system(one.system());
    return new ExerciseFile(
        Json.mapper().readValue(signed.record(), ExerciseRecord.class),
        exercises.planOf(one),
        system.map(InventorySystem::name).orElse(one.system()),
        system.map(InventorySystem::owner).orElse(""),
        Sm3.hex(Sm3.of(signed.record().getBytes(StandardCharsets.UTF_8))),
        DetachedSignature.parse(signed.signature().getBytes(StandardCharsets.UTF_8)),
        isIntact(signed));
  }

  private Signed signed(String id) {
    exercises.require(id);
    return repository
        .signed(id)
        .orElseThrow(
            () ->
                Problems.of(
                    HttpStatus.CONFLICT, "exercise-state", "the exercise runs: nothing is signed"));
  }

  private boolean isIntact(Signed signed) {
    try {
      return DetachedSignature.parse(signed.signature().getBytes(StandardCharsets.UTF_8))
              .verify(signed.record().getBytes(StandardCharsets.UTF_8), keys.verifier())
          == SignatureVerdict.VALID;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
