package io.zhidun.service.filingcase;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row that every change of cases locks: changes are serial, and numbers have no gaps. */
@Repository
class CaseCounter {
  private static final int KEY_BYTES = 32;

  private final JdbcClient jdbc;

  CaseCounter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits until no other transaction changes cases; gives the last id. */
  long lock() {
    return jdbc.sql("select last_case from filing_case_counter where id = 1 for update")
        .query(Long.class)
        .single();
  }

  void save(long lastCase) {
    jdbc.sql("update filing_case_counter set last_case = ? where id = 1").param(lastCase).update();
  }

  /** The key of the sample, if it was made. */
  Optional<byte[]> sampleKey() {
    return jdbc.sql("select sample_key from filing_case_counter where id = 1")
        .query(String.class)
        .optional()
        .filter(key -> !key.isEmpty())
        .map(HexFormat.of()::parseHex);
  }

  /** The key of the sample; made from {@code random} if there is none, for this transaction. */
  byte[] makeSampleKey(RandomGenerator random) {
    lock();
    return sampleKey()
        .orElseGet(
            () -> {
              byte[] key = new byte[KEY_BYTES];
              random.nextBytes(key);
              jdbc.sql("update filing_case_counter set sample_key = ? where id = 1")
                  .param(HexFormat.of().formatHex(key))
                  .update();
              return key;
            });
  }
}
