package io.zhidun.service.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an account is for. An account has one, so that nobody holds two of the administrators'. */
public enum Role {
  /** Nothing yet: the account was made and nobody has given it a role. */
  NONE,
  /** Watches alerts. */
  OPERATOR,
  /** Handles incidents. */
  ENGINEER,
  /** Reviews compliance; reads only. The audit administrator (审计管理员). */
  AUDITOR,
  /** Works on filing cases; reads the rest. */
  REVIEWER,
  /** Makes, locks and resets accounts, and gives none a role (系统管理员). */
  SYSTEM_ADMIN,
  /** Gives roles, consents to rules, and makes no account (安全管理员). */
  SECURITY_ADMIN;

  /**
   * @throws IllegalArgumentException naming the value when it is none of them
   */
  @JsonCreator
  public static Role of(String label) {
    for (Role role : values()) {
      if (role.label().equals(label)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "role \""
            + label
            + "\" is not one of operator, engineer, auditor, reviewer, system-admin,"
            + " security-admin");
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One of the three that GB/T 22239-2019, 8.1.5.1 to 8.1.5.3 keep apart. */
  public boolean isAdministrator() {
    return this == SYSTEM_ADMIN || this == SECURITY_ADMIN || this == AUDITOR;
  }
}
