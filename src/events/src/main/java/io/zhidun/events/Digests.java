package io.zhidun.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Ids that are functions of content. Parts are length-prefixed, so that no two lists of parts give
 * the same bytes. The first 128 bits of SHA-256 are kept: these ids name things, they prove nothing
 * (evidence is sealed with SM3 elsewhere).
 */
public final class Digests {
  private static final int KEPT_BYTES = 16;

  /** Only ever cloned. */
  private static final MessageDigest EMPTY = emptySha256();

  private Digests() {}

  /** Id of a detection: rule, its version, the group and the ids of all events counted. */
  public static String detectionId(
      RuleReference rule, Map<String, String> group, List<String> eventIds) {
    MessageDigest digest = sha256();
    add(digest, rule.id());
    add(digest, rule.version());
    addGroup(digest, group);
    eventIds.forEach(id -> add(digest, id));
    return hex(digest);
  }

  /** Identity of an alert: rule and group. */
  public static String fingerprint(String ruleId, Map<String, String> group) {
    MessageDigest digest = sha256();
    add(digest, ruleId);
    addGroup(digest, group);
    return hex(digest);
  }

  /** Digest of a text, for versions. */
  public static String of(String text) {
    MessageDigest digest = sha256();
    add(digest, text);
    return hex(digest);
  }

  private static void addGroup(MessageDigest digest, Map<String, String> group) {
    add(digest, Integer.toString(group.size()));
    group.forEach(
        (field, value) -> {
          add(digest, field);
          add(digest, value);
        });
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (length >>> shift));
    }
    digest.update(bytes);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, KEPT_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      // Looking the algorithm up takes longer than most digests.
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest emptySha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
