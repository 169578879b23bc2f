package io.zhidun.collectors.probe;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be like.
 *
 * @param statuses of HTTP; empty asks for 200 to 299
 * @param body found somewhere in the first mebibyte of the body, or null
 * @param notBody not found there, or null
 * @param latency until the whole answer was read, or null
 * @param verify whether a TLS chain must lead to a trusted root and name the host
 * @param query name that a name server is asked for
 * @param recordType A, AAAA, MX, NS, SOA or TXT
 */
public record Expectation(
    Set<Integer> statuses,
    @Nullable Pattern body,
    @Nullable Pattern notBody,
    @Nullable Duration latency,
    boolean verify,
    String query,
    String recordType) {
  /** Any good answer. */
  public static final Expectation ANY = new Expectation(Set.of(), null, null, null, true, "", "A");

  public Expectation {
    statuses = Set.copyOf(statuses);
  }

  boolean wants(int status) {
    return statuses.isEmpty() ? status >= 200 && status < 300 : statuses.contains(status);
  }
}
