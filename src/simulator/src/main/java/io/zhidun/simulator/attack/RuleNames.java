package io.zhidun.simulator.attack;

/** Names of the catalogue's rules that the attacks must set off. */
final class RuleNames {
  static final String SSH_GUESSING = "ssh-password-guessing";
  static final String SSH_SUCCESS_AFTER_GUESSING = "ssh-success-after-guessing";
  static final String WEB_SCAN = "web-scan";
  static final String WEB_ATTACK = "web-attack-strings";
  static final String SUDO = "sudo-privilege-escalation";
  static final String BULK_READING = "bulk-reading-unpublished";
  static final String OFF_DUTY_LOGIN = "review-login-outside-duty-hours";
  static final String BULK_EXPORT = "trademark-bulk-export";

  private RuleNames() {}
}
