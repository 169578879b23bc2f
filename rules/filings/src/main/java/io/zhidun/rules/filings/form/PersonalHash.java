package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.Hashed;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Turns personal identifiers into keyed hashes (HMAC-SM3) and masked forms. Each identifier is
 * brought into one form first, so that {@code +86 138-0000-0001} and {@code 13800000001} are the
 * same telephone. Equal text hashes equal whatever it names: a payer's account that is a telephone
 * number joins that telephone. Safe for several threads.
 */
final class PersonalHash {

  /** A shorter key could be guessed together with the few telephone numbers that there are. */
  private static final int KEY_BYTES = 16;

  private final HMac mac = new HMac(new SM3Digest());

  PersonalHash(byte[] key) {
    if (key.length < KEY_BYTES) {
      throw new IllegalArgumentException(
          "the key of personal identifiers must have at least "
              + KEY_BYTES
              + " bytes, has "
              + key.length);
    }
    mac.init(new KeyParameter(key));
  }

  Hashed identity(String number) {
    String normal = identityForm(number);
    return new Hashed(hash(normal), masked(normal, 3, 2));
  }

  Hashed phone(String number) {
    String normal = phoneForm(number);
    return new Hashed(hash(normal), masked(normal, 3, 4));
  }

  Hashed email(String address) {
    String normal = compact(address).toLowerCase(Locale.ROOT);
    int at = normal.lastIndexOf('@');
    String masked =
        at < 1
            ? masked(normal, 1, 0)
            : masked(normal.substring(0, at), 1, 0) + normal.substring(at);
    return new Hashed(hash(normal), masked);
  }

  Hashed account(String number) {
    String normal = compact(number);
    return new Hashed(hash(normal), masked(normal, 0, 4));
  }

  /** Upper case, without spaces. */
  static String identityForm(String number) {
    return compact(number).toUpperCase(Locale.ROOT);
  }

  static String maskedIdentity(String number) {
    return masked(identityForm(number), 3, 2);
  }

  private static String phoneForm(String number) {
    String digits = compact(number).replaceAll("[-()./]", "");
    for (String prefix : new String[] {"+86", "0086", "86"}) {
      if (digits.startsWith(prefix) && digits.length() == prefix.length() + 11) {
        return digits.substring(prefix.length());
      }
    }
    return digits;
  }

  private static String compact(String text) {
    return Texts.halfWidth(text).replace(" ", "").replace("\t", "").replace("\n", "");
  }

  /** The given first and last characters, as far as at least a third of the text stays hidden. */
  private static String masked(String text, int first, int last) {
    int length = text.length();
    int head = Math.min(first, (length + 1) / 4);
    int tail = Math.min(last, length * 2 / 3 - head);
    int hidden = Math.min(length - head - tail, 32);
    return Texts.clean(
        text.substring(0, head) + "*".repeat(hidden) + text.substring(length - tail));
  }

  private String hash(String normal) {
    byte[] text = normal.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[mac.getMacSize()];
    synchronized (mac) {
      mac.update(text, 0, text.length);
      mac.doFinal(out, 0);
    }
    return HexFormat.of().formatHex(out);
  }
}
