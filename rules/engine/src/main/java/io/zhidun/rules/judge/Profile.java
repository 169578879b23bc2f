package io.zhidun.rules.judge;

import io.zhidun.events.BilingualText;

/** What the site says about the finding's entity. A fact, always there. */
public final class Profile {
  private static final BilingualText NOTHING = new BilingualText("", "");

  private final Case judged;

  Profile(Case judged) {
    this.judged = judged;
  }

  /** The answer where the site says nothing. */
  static Object unknown(Question.Topic topic) {
    return switch (topic) {
      case NOTE -> NOTHING;
      case OUTSIDE_NETWORKS, OUTSIDE_HOURS -> false;
      default -> "";
    };
  }

  /** The name, address, network or pattern that the profile is about, or empty. */
  public String getName() {
    return judged.ask(Question.PROFILE, String.class);
  }

  /** Whether the site has one. */
  public boolean isKnown() {
    return !getName().isEmpty();
  }

  /** What the entity does, or empty. */
  public String getRole() {
    return judged.ask(Question.ROLE, String.class);
  }

  /** Where it belongs, or empty. */
  public String getDepartment() {
    return judged.ask(Question.DEPARTMENT, String.class);
  }

  /** Its usual networks as written, or empty. */
  public String getNetworks() {
    return judged.ask(Question.NETWORKS, String.class);
  }

  /** What else is known in Chinese, or empty. */
  public String getNoteZh() {
    return judged.ask(Question.NOTE, BilingualText.class).zh();
  }

  /** What else is known in English, or empty. */
  public String getNoteEn() {
    return judged.ask(Question.NOTE, BilingualText.class).en();
  }

  /** Whether the finding's source.ip is known to lie outside of the usual networks. */
  public boolean isOutsideNetworks() {
    return judged.ask(Question.OUTSIDE_NETWORKS, Boolean.class);
  }

  /** Whether the finding's time is known to lie outside of the usual hours. */
  public boolean isOutsideHours() {
    return judged.ask(Question.OUTSIDE_HOURS, Boolean.class);
  }
}
