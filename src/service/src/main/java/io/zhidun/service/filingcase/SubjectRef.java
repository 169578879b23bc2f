package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.IncomingIndication.Member;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whom a case is about.
 *
 * @param type {@code group}, {@code applicant}, {@code agency}, {@code agent} or {@code account}
 */
record SubjectRef(String type, String key, String name) {
  static final int MAX_KEY = 256;
  static final int MAX_NAME = 512;
  static final Set<String> TYPES = Set.of("group", "applicant", "agency", "agent", "account");

  static SubjectRef read(JsonNode node) {
    String type = Wire.id(node, "type", 16);
    if (!TYPES.contains(type)) {
      throw Wire.fault("subject.type", type, "must be group, applicant, agency, agent or account");
    }
    String key = Wire.id(node, "key", MAX_KEY);
    String name = Wire.text(node, "name", MAX_NAME);
    return new SubjectRef(type, key, name.isBlank() ? key : name);
  }

  /** A group is named after members; those that are natural persons are masked for good. */
  SubjectRef without(List<Member> members) {
    if (!type.equals("group")) {
      return this;
    }
    String open = name;
    for (Member one : members) {
      if (one.name().length() > 1 && PersonalNames.personal(one.key(), one.name())) {
        open = open.replace(one.name(), PersonalNames.masked(one.name()));
      }
    }
    return new SubjectRef(type, key, open);
  }

  /** Names the one case of this subject and register. */
  String caseKey(String register) {
    return type + ":" + key + "|" + register;
  }

  /** The subject as everybody may see it. A group and an agency are not persons. */
  SubjectRef shown() {
    boolean open = type.equals("group") || type.equals("agency") || type.equals("account");
    return open
        ? this
        : new SubjectRef(type, PersonalNames.shownKey(key, name), PersonalNames.shown(key, name));
  }
}
