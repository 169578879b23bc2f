package io.zhidun.service.filingcase;

import tools.jackson.databind.JsonNode;

/** What the wire object of a filing says of parties. */
final class FilingWire {
  private FilingWire() {}

  /** What names a party through all filings: its code, else its identity's hash, else its name. */
  static String partyKey(JsonNode party) {
    String code = party.path("code").asString("");
    if (!code.isBlank()) {
      return code;
    }
    for (String name : new String[] {"idNumber", "identity"}) {
      String hash = party.path(name).path("hash").asString("");
      if (!hash.isBlank()) {
        return hash;
      }
    }
    return party.path("name").asString("");
  }

  /** Whether a party is a natural person; where it does not say, its name tells. */
  static boolean personal(JsonNode party) {
    String kind = party.path("kind").asString("");
    return kind.isEmpty()
        ? PersonalNames.personal(partyKey(party), party.path("name").asString(""))
        : kind.equals("person");
  }
}
