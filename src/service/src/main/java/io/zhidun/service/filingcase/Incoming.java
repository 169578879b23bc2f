package io.zhidun.service.filingcase;

import io.zhidun.events.Digests;
import io.zhidun.events.Json;
import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A record of the topic of filings, as far as cases need it. */
sealed interface Incoming {
  int KEY = 128;
  int NAME = 256;

  /**
   * Reads a record.
   *
   * @param dataset {@code filing}, {@code change}, {@code action}, {@code entity}, or null where
   *     the record must tell by itself
   * @throws IllegalArgumentException naming the member and its value
   */
  static Incoming read(@Nullable String dataset, String text) {
    ObjectNode node = Wire.object(text);
    return switch (dataset != null ? dataset : dataset(node)) {
      case "filing" -> AFiling.read(node, text);
      case "change" -> AChange.read(node);
      case "action" -> AnAction.read(node);
      case "entity" -> new AnEntity();
      default -> throw Wire.fault("dataset", String.valueOf(dataset), "is unknown");
    };
  }

  private static String dataset(ObjectNode node) {
    for (String name : new String[] {"change", "action", "entity"}) {
      if (node.has(name)) {
        return name;
      }
    }
    return "filing";
  }

  /**
   * An application.
   *
   * @param body deflated JSON, its longest texts cut
   */
  record AFiling(FilingRow row, String digest, byte[] body) implements Incoming {
    /** Longer texts are cut: nobody compares them, and the row must fit. */
    private static final int MOST_TEXT = 200_000;

    static AFiling read(ObjectNode node, String text) {
      boolean trademark = node.path("applType").asString("").equals("trademark");
      LocalDate filed = Wire.date(node, "filingDate");
      long submitted =
          node.has("submittedAt")
              ? Wire.time(node, "submittedAt")
              : Micros.of(filed.atStartOfDay(Wire.ZONE).toInstant());
      JsonNode applicant = node.path("applicants").path(0);
      String name = Wire.text(applicant, "name", NAME);
      String key = FilingWire.partyKey(applicant);
      FilingRow row =
          new FilingRow(
              Wire.id(node, "applicationNumber", 64),
              trademark ? "trademark" : "patent",
              Wire.text(node, trademark ? "markText" : "inventionTitle", 512),
              ColumnText.fit(key, NAME),
              name,
              FilingWire.personal(applicant),
              submitted,
              filed.toString(),
              Wire.key(node, "accountId", KEY),
              Wire.key(node, "deviceFingerprint", KEY),
              Wire.key(node, "ip", 64),
              Wire.key(node, "certSerial", KEY));
      return new AFiling(row, Digests.of(text), Deflated.of(cut(node, text)));
    }

    private static String cut(ObjectNode node, String text) {
      if (text.length() <= MOST_TEXT) {
        return text;
      }
      for (String name : new String[] {"description", "abstract"}) {
        String whole = node.path(name).asString("");
        if (whole.length() > MOST_TEXT) {
          node.put(name, ColumnText.fit(whole, MOST_TEXT));
        }
      }
      if (node.path("claims") instanceof ArrayNode claims) {
        int left = MOST_TEXT;
        for (int i = 0; i < claims.size(); i++) {
          left -= claims.path(i).asString("").length();
          if (left < 0) {
            claims.set(i, "…");
          }
        }
      }
      return Json.mapper().writeValueAsString(node);
    }
  }

  /** Something that happened to a filing later. */
  record AChange(String id, String applicationNumber, String kind, long time) implements Incoming {
    static AChange read(ObjectNode node) {
      String number = Wire.id(node, "applicationNumber", 64);
      String kind = Wire.id(node, "change", 32).toLowerCase(Locale.ROOT);
      long time = Wire.time(node, "time");
      return new AChange(Digests.of(number + "/" + kind + "/" + time), number, kind, time);
    }
  }

  /** What somebody did on a filing system. */
  record AnAction(
      String id,
      long time,
      String kind,
      String account,
      @Nullable String device,
      @Nullable String ip,
      @Nullable String certificate,
      @Nullable String applicationNumber,
      boolean succeeded)
      implements Incoming {
    static AnAction read(ObjectNode node) {
      String account = Wire.id(node, "accountId", KEY);
      String kind = Wire.id(node, "action", 32);
      long time = Wire.time(node, "time");
      String number = Wire.key(node, "applicationNumber", 64);
      String outcome = node.path("outcome").asString("success");
      return new AnAction(
          Digests.of(account + "/" + kind + "/" + time + "/" + (number == null ? "" : number)),
          time,
          kind,
          account,
          Wire.key(node, "deviceFingerprint", KEY),
          Wire.key(node, "ip", 64),
          Wire.key(node, "certSerial", KEY),
          number,
          outcome.equals("success"));
    }
  }

  /** What a register says; cases do not need it. */
  record AnEntity() implements Incoming {}
}
