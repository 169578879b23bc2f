package io.zhidun.rules.judge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a site knows about a case.
 *
 * @param asset the asset it happened on
 * @param exemption the exception that covers it, or null
 * @param indicators the threat indicators that it shows
 */
record Surroundings(Asset asset, @Nullable Exemption exemption, List<Indicator> indicators) {
  Surroundings {
    Objects.requireNonNull(asset, "asset");
    indicators = List.copyOf(indicators);
  }

  static Surroundings of(Case judged, SiteFacts site) {
    return new Surroundings(
        site.assets().of(judged::field),
        site.exceptions()
            .covering(judged.detection().rule().name(), judged.detection().time(), judged::field),
        site.indicators().shownBy(judged.detection().time(), judged::field));
  }
}
