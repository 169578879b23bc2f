package io.zhidun.service.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is sealed.
 *
 * @param sealEvery records after which a checkpoint is written at once
 * @param sealWithin how long a record may stand without one
 * @param witness file that remembers outside the database how far the trail was sealed
 */
@ConfigurationProperties("zhidun.audit")
record AuditProperties(
    @DefaultValue("1000") int sealEvery, @DefaultValue("10m") Duration sealWithin, String witness) {
  AuditProperties {
    if (sealEvery < 1 || sealEvery > 100_000) {
      throw new IllegalArgumentException(
          "zhidun.audit.seal-every must be 1 to 100000, was " + sealEvery);
    }
  }
}
