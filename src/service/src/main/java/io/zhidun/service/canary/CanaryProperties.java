package io.zhidun.service.canary;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How canaries fly.
 *
 * @param kafka bootstrap servers
 * @param enabled false sends none and follows no topic
 * @param interval how often each rule is tried
 * @param patience how long after sending a rule may take to fire
 * @param delay how long after the start the first are sent
 * @param tick how often to look what is due and what has stayed silent
 */
@ConfigurationProperties("zhidun.canary")
record CanaryProperties(
    @DefaultValue("127.0.0.1:19092") String kafka,
    @DefaultValue("true") boolean enabled,
    @DefaultValue("15m") Duration interval,
    @DefaultValue("1m") Duration patience,
    @DefaultValue("30s") Duration delay,
    @DefaultValue("5s") Duration tick) {
  CanaryProperties {
    positive("interval", interval);
    positive("patience", patience);
    positive("tick", tick);
    if (patience.compareTo(interval) >= 0) {
      throw new IllegalArgumentException(
          "zhidun.canary.patience must be shorter than the interval, was "
              + patience
              + " of "
              + interval);
    }
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "zhidun.canary." + name + " must be positive, was " + value);
    }
  }
}
