package io.zhidun.simulator.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** All scripted attacks, by name. */
public final class Attacks {
  private static final List<Attack> ALL =
      List.of(
          new SshGuessing("ssh-password-guessing", false, false),
          new SshGuessing("ssh-password-guessing-ipv6", true, false),
          new SshGuessing("ssh-success-after-guessing", false, true),
          new WebScan(),
          WebStrings.sqlInjection(),
          WebStrings.crossSiteScripting(),
          WebStrings.pathTraversal(),
          WebStrings.log4shell(),
          WebStrings.commandInjection(),
          new SudoEscalation(),
          new BulkReading(),
          new OffDutyLogin(),
          new BulkExport());

  private Attacks() {}

  /**
   * @param names {@code all}, {@code none}, or names separated by commas
   * @throws IllegalArgumentException naming what is unknown
   */
  static List<Attack> named(String names) {
    if (names.equals("all")) {
      return ALL;
    }
    List<Attack> chosen = new ArrayList<>();
    if (!names.equals("none")) {
      for (String name : names.split(",", -1)) {
        chosen.add(one(name.strip()));
      }
    }
    return chosen;
  }

  private static Attack one(String name) {
    return ALL.stream()
        .filter(attack -> attack.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "attack \"" + name + "\" is not one of all, none, " + allNames()));
  }

  /** All names, separated by commas. */
  public static String allNames() {
    StringJoiner names = new StringJoiner(", ");
    ALL.forEach(attack -> names.add(attack.name()));
    return names.toString();
  }
}
