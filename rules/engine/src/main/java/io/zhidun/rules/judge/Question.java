package io.zhidun.rules.judge;

import java.util.Objects;

/**
 * Something that rules may ask of a case. What they asked, with the answers, is all that a decision
 * can depend on.
 *
 * @param topic what is asked
 * @param argument name of a field, beginning of a tag or a number, else empty
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

  static final Question ENTITY = new Question(Topic.ENTITY, "");
  static final Question ENTITY_VALUE = new Question(Topic.ENTITY_VALUE, "");
  static final Question RULES = new Question(Topic.RULES, "");
  static final Question HELD_RULES = new Question(Topic.HELD_RULES, "");
  static final Question RULE_NAMES = new Question(Topic.RULE_NAMES, "");
  static final Question DETECTIONS = new Question(Topic.DETECTIONS, "");
  static final Question HIGHEST = new Question(Topic.HIGHEST, "");
  static final Question WITHIN = new Question(Topic.WITHIN, "");
  static final Question DAYS_KNOWN = new Question(Topic.DAYS_KNOWN, "");
  static final Question PROFILE = new Question(Topic.PROFILE, "");
  static final Question ROLE = new Question(Topic.ROLE, "");
  static final Question DEPARTMENT = new Question(Topic.DEPARTMENT, "");
  static final Question NETWORKS = new Question(Topic.NETWORKS, "");
  static final Question NOTE = new Question(Topic.NOTE, "");
  static final Question OUTSIDE_NETWORKS = new Question(Topic.OUTSIDE_NETWORKS, "");
  static final Question OUTSIDE_HOURS = new Question(Topic.OUTSIDE_HOURS, "");

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
    LOCAL_TIME,
    ENTITY,
    ENTITY_VALUE,
    RULES,
    AT_LEAST_RULES,
    HELD_RULES,
    RULE_NAMES,
    DETECTIONS,
    HIGHEST,
    WITHIN,
    DAYS_KNOWN,
    PROFILE,
    ROLE,
    DEPARTMENT,
    NETWORKS,
    NOTE,
    OUTSIDE_NETWORKS,
    OUTSIDE_HOURS
  }

  Question {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(argument, "argument");
  }

  static Question tagged(String prefix) {
    return new Question(Topic.TAGGED, prefix);
  }

  static Question atLeastRules(int count) {
    return new Question(Topic.AT_LEAST_RULES, Integer.toString(count));
  }

  static Question field(String name) {
    return new Question(Topic.FIELD, name);
  }
}
