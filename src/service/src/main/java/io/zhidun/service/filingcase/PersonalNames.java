package io.zhidun.service.filingcase;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which names are those of natural persons, and how they are shown. A subject carries no word for
 * what it is: a person is told by its key, which is a keyed hash of an identity number, or by a
 * name that stands in place of a key and has the form of a person's. In doubt it is a person.
 */
final class PersonalNames {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern CHINESE =
      Pattern.compile("\\p{IsHan}{2,4}|\\p{IsHan}+[·•・‧][\\p{IsHan}·•・‧]+");
  private static final Pattern GAP = Pattern.compile("(?<=\\p{IsHan})[\\s\u3000]+(?=\\p{IsHan})");
  private static final Pattern LATIN =
      Pattern.compile("[\\p{IsLatin}.'-]+( [\\p{IsLatin}.'-]+){1,3}");
  private static final Pattern ORGANISATION =
      Pattern.compile(
          "\\b(inc|ltd|limited|llc|corp|corporation|company|co|gmbh|ag|kg|sa|spa|bv|nv|plc|oy|ab"
              + "|university|institute|college|laboratory|laboratories|group|holdings|technologies"
              + "|electronics|industries|systems)\\b");
  private static final Pattern CHINESE_ORGANISATION =
      Pattern.compile("(公司|集团|大学|学院|研究|中心|银行|医院|工厂|厂|社|店|局|部|院|所|校)$");

  private PersonalNames() {}

  static boolean personal(String key, String name) {
    return HASH.matcher(key).matches() || (key.equals(name) && looksPersonal(name));
  }

  private static boolean looksPersonal(String name) {
    String plain = GAP.matcher(name.strip()).replaceAll("");
    if (CHINESE.matcher(plain).matches()) {
      return !CHINESE_ORGANISATION.matcher(plain).find();
    }
    return LATIN.matcher(plain).matches()
        && !ORGANISATION.matcher(plain.toLowerCase(Locale.ROOT)).find();
  }

  /** The first character, and two signs for the rest however long it is. */
  static String masked(String name) {
    String plain = name.strip();
    return plain.isEmpty() ? "" : plain.substring(0, plain.offsetByCodePoints(0, 1)) + "**";
  }

  /** The name as everybody may see it. */
  static String shown(String key, String name) {
    return personal(key, name) ? masked(name) : name;
  }

  /** The key as everybody may see it: a name that stands for one is masked like the name. */
  static String shownKey(String key, String name) {
    return key.equals(name) ? shown(key, name) : key;
  }
}
