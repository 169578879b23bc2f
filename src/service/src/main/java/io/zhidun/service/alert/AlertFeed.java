package io.zhidun.service.alert;

import java.util.List;
import org.springframework.stereotype.Service;

/** Changed alerts in the order of their commits, for whoever follows them. */
@Service
public class AlertFeed {
  private final EpisodeRepository episodes;
  private final AlertCounter counter;

  AlertFeed(EpisodeRepository episodes, AlertCounter counter) {
    this.episodes = episodes;
    this.counter = counter;
  }

  /** The newest revision. */
  public long revision() {
    return counter.position().revision();
  }

  /** The revision at which an alert last disappeared; who has seen less must read all anew. */
  public long lastRemoval() {
    return counter.position().removal();
  }

  /** Alerts whose latest change came after {@code revision}, oldest change first. */
  public List<Change> after(long revision, int limit) {
    return episodes.changedAfter(revision, limit).stream()
        .map(episode -> new Change(episode.revision, AlertRow.of(episode)))
        .toList();
  }

  /** An alert as its change of this revision left it. */
  public record Change(long revision, AlertRow alert) {}
}
