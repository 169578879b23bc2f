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
 */
@ConfigurationProperties("zhidun.compliance")
public record EvidenceProperties(
    @DefaultValue List<String> bastions,
    @DefaultValue("zhidun") String ownSystem,
    @DefaultValue("zhidun-service") String ownAsset,
    @DefaultValue("3s") Duration probeTimeout) {
  public EvidenceProperties {
    bastions = bastions.stream().filter(one -> !one.isBlank()).map(String::strip).toList();
  }
}
