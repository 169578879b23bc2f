package io.zhidun.collectors.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The token that clients must know. */
final class BearerToken {
  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST = 16;
  private static final int LONGEST = 4096;

  private final byte[] expected;

  private BearerToken(String token) {
    this.expected = token.getBytes(StandardCharsets.UTF_8);
  }

  /** The first line of a file. */
  static BearerToken read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      String token = line == null ? "" : line.strip();
      if (token.length() < SHORTEST || token.length() > LONGEST) {
        throw new IOException(
            "the token in %s must have %d to %d characters, has %d"
                .formatted(file, SHORTEST, LONGEST, token.length()));
      }
      return new BearerToken(token);
    }
  }

  /** Whether an Authorization header carries it; takes as long for a near miss as for a far one. */
  boolean isIn(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] given = authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, given);
  }
}
