package io.zhidun.standalone.supervisor;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Backups of the demonstration: the documents of the simulated systems, sealed with the platform's
 * own keys, on two folders of which one counts as off site. The trademark database and the
 * platform's own store are left out, so that a reader finds what nobody protects.
 */
final class DemoBackups {
  /** What is backed up; named as the asset whose data it is, with the tier of its importance. */
  record Source(String system, String asset, String tier) {}

  static final List<Source> SOURCES =
      List.of(
          new Source("patent-review", "review-db-01", "T1"),
          new Source("patent-review", "review-data", "T1"),
          new Source("public-service", "public-data", "T2"));

  private static final String POLICIES = "backup-policies.yml";

  private final Installation at;

  DemoBackups(Installation at) {
    this.at = at;
  }

  /**
   * Writes documents, folders and configuration where they are missing; a configuration that a
   * person wrote or changed stays.
   */
  void write() throws IOException {
    if (!new OwnedFile(at.backups()).write(configuration())) {
      return;
    }
    new OwnedFile(at.data().resolve(POLICIES)).write(policies());
    for (String folder : List.of("near", "far", "state", "scratch")) {
      Files.createDirectories(folder(folder));
    }
    for (Source source : SOURCES) {
      new DemoDocuments(source.asset()).write(documents(source));
    }
  }

  private Path folder(String name) {
    return at.data().resolve("backup").resolve(name);
  }

  private Path documents(Source source) {
    return at.data().resolve("documents").resolve(source.asset());
  }

  private String configuration() {
    Path keys = at.of(Plan.SERVICE).resolve("keys");
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Backups of the demonstration. Change this file as you like: from then on `zhidun up` leaves
        # it alone.
        installation: demo
        state: %s
        scratch: %s
        keys: {vault: %s, key-file: %s}
        policies: %s
        targets:
          near: {kind: directory, path: %s}
          # On this machine it only counts as elsewhere, and its owner can still delete there.
          far: {kind: directory, path: %s, offsite: true, append-only: true}
        sources:
        """
            .formatted(
                quoted(folder("state")),
                quoted(folder("scratch")),
                quoted(keys.resolve("keys.vault")),
                quoted(keys.resolve("keys.lock")),
                POLICIES,
                quoted(folder("near")),
                quoted(folder("far"))));
    for (Source source : SOURCES) {
      text.append(
          "  - {system: %s, name: %s, level: 3, tier: %s, targets: [near, far], kind: files, path: %s}\n"
              .formatted(
                  source.system(), source.asset(), source.tier(), quoted(documents(source))));
    }
    return text.toString();
  }

  /**
   * As what ships, but for what one machine cannot have: folders keep no log, so that only frequent
   * backups reach the tier's RPO, and there are two copies on one medium.
   */
  private static String policies() {
    return """
        version: "demo-1"
        tiers:
          T1:
            rpo: PT15M
            rto: PT4H
            backup-every: PT10M
            copies: 2
            media: 1
            offsite: 1
            immutable-copies: 1
            real-time-offsite: true
            immutable-for: P1D
            retention: {all: P1D, daily: 7, weekly: 4, monthly: 3, yearly: 0}
            verify-every: P1D
            drill-every: P7D
            dr-level: "5"
          T2:
            rpo: PT1H
            rto: PT8H
            backup-every: PT40M
            copies: 2
            media: 1
            offsite: 1
            immutable-copies: 1
            real-time-offsite: true
            immutable-for: P1D
            retention: {all: P1D, daily: 7, weekly: 4, monthly: 3, yearly: 0}
            verify-every: P7D
            drill-every: P31D
            dr-level: "4"
        """;
  }

  /** A JSON string is a YAML string. */
  private static String quoted(Path path) {
    return Json.mapper().writeValueAsString(path.toString());
  }
}
