package io.zhidun.rules.filings.record;

/**
 * A personal identifier that is kept as a keyed hash (HMAC-SM3) and shown masked.
 *
 * @param hash hexadecimal; equal for equal identifiers under one key
 * @param masked what a person may see, such as 138****0001
 */
public record Hashed(String hash, String masked) {

  public Hashed {
    if (hash.isEmpty()) {
      throw new IllegalArgumentException("a hashed identifier needs a hash");
    }
  }
}
