package io.zhidun.rules.judge;

import java.util.Objects;

/**
 * Something that rules may ask of a case. What they asked, with the answers, is all that a decision
 * can depend on.
 *
 * @param topic what is asked
 * @param argument name of a field or beginning of a tag, else empty
 */
record Question(Topic topic, String argument) {
  static final Question RULE = new Question(Topic.RULE, "");
  static final Question RULE_ID = new Question(Topic.RULE_ID, "");
  static final Question LEVEL = new Question(Topic.LEVEL, "");
  static final Question TAGS = new Question(Topic.TAGS, "");
  static final Question GROUP = new Question(Topic.GROUP, "");
  static final Question COUNT = new Question(Topic.COUNT, "");
  static final Question CATEGORY = new Question(Topic.CATEGORY, "");
  static final Question RUNBOOK = new Question(Topic.RUNBOOK, "");
  static final Question DAY = new Question(Topic.DAY, "");
  static final Question IN_HOURS = new Question(Topic.IN_HOURS, "");
  static final Question LOCAL_TIME = new Question(Topic.LOCAL_TIME, "");

  enum Topic {
    RULE,
    RULE_ID,
    LEVEL,
    TAGS,
    GROUP,
    COUNT,
    CATEGORY,
    RUNBOOK,
    TAGGED,
    FIELD,
    DAY,
    IN_HOURS,
    LOCAL_TIME
  }

  Question {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(argument, "argument");
  }

  static Question tagged(String prefix) {
    return new Question(Topic.TAGGED, prefix);
  }

  static Question field(String name) {
    return new Question(Topic.FIELD, name);
  }
}
