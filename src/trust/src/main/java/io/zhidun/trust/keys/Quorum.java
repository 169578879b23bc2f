package io.zhidun.trust.keys;

import io.zhidun.trust.Sm3;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits a secret so that a quorum of people gives it back: for each byte a random polynomial over
 * GF(2^8) (modulo x^8 + x^4 + x^3 + x + 1) whose value at 0 is the byte. The secret's digest is
 * split with it, so that a false share is noticed.
 */
public final class Quorum {
  private static final int CHECK = 8;

  private Quorum() {}

  /** Splits into {@code shares}, 2 to 255, any {@code threshold} of which give the secret back. */
  public static List<KeyShare> split(
      byte[] secret, int threshold, int shares, SecureRandom random) {
    if (threshold < 2 || threshold > shares || shares > 255) {
      throw new IllegalArgumentException(
          "2 <= threshold <= shares <= 255, not %d of %d".formatted(threshold, shares));
    }
    byte[] checked = Arrays.copyOf(secret, secret.length + CHECK);
    System.arraycopy(Sm3.of(secret), 0, checked, secret.length, CHECK);
    byte[] set = new byte[KeyShare.SET];
    random.nextBytes(set);
    byte[][] coefficients = new byte[threshold][];
    coefficients[0] = checked;
    for (int i = 1; i < threshold; i++) {
      coefficients[i] = new byte[checked.length];
      random.nextBytes(coefficients[i]);
    }
    List<KeyShare> result = new ArrayList<>();
    for (int number = 1; number <= shares; number++) {
      result.add(new KeyShare(set, threshold, number, valueAt(number, coefficients)));
    }
    return result;
  }

  /**
   * The secret of at least {@code threshold} shares of one split.
   *
   * @throws IllegalArgumentException where they are too few, of different splits, or false
   */
  public static byte[] join(List<KeyShare> shares) {
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("no share was given");
    }
    KeyShare first = shares.get(0);
    List<KeyShare> used = new ArrayList<>();
    for (KeyShare share : shares) {
      if (!Arrays.equals(share.set(), first.set())
          || share.threshold() != first.threshold()
          || share.value().length != first.value().length) {
        throw new IllegalArgumentException("the shares are of different splits");
      }
      if (used.stream().noneMatch(other -> other.number() == share.number())) {
        used.add(share);
      }
    }
    if (used.size() < first.threshold()) {
      throw new IllegalArgumentException(
          "%d shares are needed, %d were given".formatted(first.threshold(), used.size()));
    }
    return checked(atZero(used.subList(0, first.threshold())));
  }

  private static byte[] checked(byte[] joined) {
    if (joined.length >= CHECK) {
      byte[] secret = Arrays.copyOf(joined, joined.length - CHECK);
      if (Arrays.equals(Sm3.of(secret), 0, CHECK, joined, secret.length, joined.length)) {
        return secret;
      }
    }
    throw new IllegalArgumentException("a share is false: the secret's checksum differs");
  }

  private static byte[] valueAt(int x, byte[][] coefficients) {
    byte[] value = new byte[coefficients[0].length];
    for (int i = 0; i < value.length; i++) {
      int sum = 0;
      for (int k = coefficients.length - 1; k >= 0; k--) {
        sum = multiply(sum, x) ^ (coefficients[k][i] & 255);
      }
      value[i] = (byte) sum;
    }
    return value;
  }

  /** Lagrange's interpolation at 0; subtraction is addition in this field. */
  private static byte[] atZero(List<KeyShare> shares) {
    byte[] result = new byte[shares.get(0).value().length];
    for (KeyShare share : shares) {
      int weight = 1;
      for (KeyShare other : shares) {
        if (other != share) {
          int quotient = multiply(other.number(), inverse(other.number() ^ share.number()));
          weight = multiply(weight, quotient);
        }
      }
      byte[] value = share.value();
      for (int i = 0; i < result.length; i++) {
        result[i] ^= (byte) multiply(value[i] & 255, weight);
      }
    }
    return result;
  }

  private static int inverse(int x) {
    int result = x;
    for (int i = 0; i < 6; i++) { // x^254
      result = multiply(multiply(result, result), x);
    }
    return multiply(result, result);
  }

  /** Without branches or tables over the secret. */
  private static int multiply(int a, int b) {
    int product = 0;
    int shifted = a;
    for (int i = 0; i < 8; i++) {
      product ^= shifted & -(b >> i & 1);
      shifted = shifted << 1 ^ (0x11b & -(shifted >> 7 & 1));
    }
    return product & 255;
  }
}
