package io.zhidun.service.compliance.evidence;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What collectors must be told.
 *
 * @param bastions networks from which administrators may sign in to hosts; empty where nobody said
 * @param ownSystem id of the system that the platform itself is
 * @param ownAsset id of its application
 * @param probeTimeout how long one probe of an endpoint may take
 * @param silentAfter how long a source may say nothing before it counts as silent
 * @param clockWindow of the events of a source that came last, those that came so long before the
 *     last one tell of its clock
 * @param surveyFor how long one reading of a system's events serves the checks
 */
@ConfigurationProperties("zhidun.compliance")
public record EvidenceProperties(
    @DefaultValue List<String> bastions,
    @DefaultValue("zhidun") String ownSystem,
    @DefaultValue("zhidun-service") String ownAsset,
    @DefaultValue("3s") Duration probeTimeout,
    @DefaultValue("1d") Duration silentAfter,
    @DefaultValue("2m") Duration clockWindow,
    @DefaultValue("30s") Duration surveyFor) {
  public EvidenceProperties {
    bastions = bastions.stream().filter(one -> !one.isBlank()).map(String::strip).toList();
    if (silentAfter.isNegative()
        || silentAfter.isZero()
        || silentAfter.compareTo(Telemetry.DAY) > 0) {
      throw new IllegalArgumentException(
          "zhidun.compliance.silent-after must be above 0 and at most a day, was " + silentAfter);
    }
  }
}
