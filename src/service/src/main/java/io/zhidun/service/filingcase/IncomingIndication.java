package io.zhidun.service.filingcase;

import io.zhidun.events.Digests;
import io.zhidun.service.store.ColumnText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An indication (线索) as it came: what cases are gathered by, and the JSON text.
 *
 * @param signals codes of the signals it rests on
 * @param scoreMillionths of 0 to 1
 * @param last microseconds since the epoch
 */
record IncomingIndication(
    String id,
    SubjectRef subject,
    String register,
    String kind,
    Tier tier,
    long scoreMillionths,
    long last,
    List<String> filings,
    long filingCount,
    List<Member> members,
    List<String> signals,
    String text,
    String digest) {
  static final int MOST_FILINGS = 200;
  static final int MOST_MEMBERS = 1_000;

  private static final Pattern KIND = Pattern.compile("[PT][1-9][0-9]?");

  IncomingIndication {
    filings = List.copyOf(filings);
    members = List.copyOf(members);
    signals = List.copyOf(signals);
  }

  /** A member of a group. */
  record Member(String key, String name) {}

  /**
   * Reads an indication as the topic has it.
   *
   * @throws IllegalArgumentException naming the member and its value
   */
  static IncomingIndication read(String text) {
    ObjectNode node = Wire.object(text);
    String register = Wire.id(node, "register", 16);
    if (!register.equals("patent") && !register.equals("trademark")) {
      throw Wire.fault("register", register, "must be patent or trademark");
    }
    double score = node.path("score").asDouble(-1);
    if (!(score >= 0 && score <= 1)) {
      throw Wire.fault("score", node.path("score").toString(), "must be from 0 to 1");
    }
    List<String> filings = filings(node.path("filings"));
    List<Member> members = members(node.path("members"));
    return new IncomingIndication(
        Wire.id(node, "id", 512),
        SubjectRef.read(node.path("subject")).without(members),
        register,
        kind(node),
        Tier.of(node.path("tierCode").asString("")),
        Math.round(score * 1_000_000),
        Wire.time(node, "last"),
        filings,
        Math.max(filings.size(), node.path("filingCount").asLong(0)),
        members,
        signals(node.path("signals")),
        text,
        Digests.of(text));
  }

  private static String kind(JsonNode node) {
    String kind = Wire.id(node, "kind", 16);
    if (!KIND.matcher(kind).matches()) {
      throw Wire.fault("kind", kind, "must be a kind such as P1 or T10");
    }
    return kind;
  }

  static boolean isKind(String text) {
    return KIND.matcher(text).matches();
  }

  private static List<String> filings(JsonNode list) {
    Set<String> found = new LinkedHashSet<>();
    for (JsonNode one : list) {
      String number = one.asString("");
      if (!number.isBlank() && number.length() <= 64 && found.size() < MOST_FILINGS) {
        found.add(ColumnText.fit(number, 64));
      }
    }
    return List.copyOf(found);
  }

  private static List<Member> members(JsonNode list) {
    Set<String> keys = new LinkedHashSet<>();
    List<Member> found = new ArrayList<>();
    for (JsonNode one : list) {
      String key = Wire.text(one, "key", SubjectRef.MAX_KEY);
      if (!key.isEmpty() && found.size() < MOST_MEMBERS && keys.add(key)) {
        found.add(new Member(key, Wire.text(one, "name", SubjectRef.MAX_NAME)));
      }
    }
    return found;
  }

  private static List<String> signals(JsonNode list) {
    Set<String> codes = new LinkedHashSet<>();
    for (JsonNode one : list) {
      String code = one.path("code").asString("");
      if (code.matches("[a-z0-9-]{1,64}") && codes.size() < 50) {
        codes.add(code);
      }
    }
    return List.copyOf(codes);
  }
}
