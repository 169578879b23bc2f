package io.zhidun.service.ruleset;

import io.zhidun.rules.RuleSet;
import io.zhidun.rules.SiteFolder;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.SiteFacts;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.Site;
import io.zhidun.stream.normalize.Formats;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the site's folder says, read once like in the stream, so that checks and dry runs say what
 * the stream will do. What is wrong in it stands against every proposal; alerts go on without it.
 */
@Component
class SiteKnowledge {
  private static final Logger log = LoggerFactory.getLogger(SiteKnowledge.class);

  private final SiteFolder folder;
  private @Nullable Reading reading;
  private @Nullable Judging judging;
  private @Nullable Formats formats;

  SiteKnowledge(SiteProperties properties) {
    this.folder = SiteFolder.of(properties.folder());
  }

  /** Nothing but the shipped knowledge. */
  static SiteKnowledge none() {
    return new SiteKnowledge(new SiteProperties(""));
  }

  private record Reading(Site site, RuleSet rules, List<Fault> faults) {}

  /** What judges, and by what. */
  record Judging(Judge judge, SiteFacts facts) {}

  /** What rules are read with; of a site whose files are broken nothing is known. */
  Site sigma() {
    return reading().site;
  }

  /** The rules of the site's folder, which the stream runs beside all others. */
  RuleSet rules() {
    return reading().rules;
  }

  /** What is wrong with those rules and with the files that rules are read with. */
  List<Fault> faults() {
    return reading().faults;
  }

  private synchronized Reading reading() {
    Reading known = reading;
    if (known == null) {
      known = read();
      reading = known;
    }
    return known;
  }

  private Reading read() {
    try {
      return new Reading(folder.sigma(), folder.rules(), List.of());
    } catch (RuleFaults broken) {
      broken.faults().forEach(fault -> log.error("site: {}", fault));
      return new Reading(Site.UNKNOWN, RuleSet.empty(), broken.faults());
    }
  }

  /**
   * The site's judge; takes seconds the first time.
   *
   * @throws RuntimeException naming the file that is wrong
   */
  synchronized Judging judging() {
    Judging known = judging;
    if (known == null) {
      known = new Judging(folder.judge(), folder.facts());
      judging = known;
    }
    return known;
  }

  /** The shipped formats and the site's. */
  synchronized Formats formats() {
    Formats known = formats;
    if (known == null) {
      Path own = folder.file("formats");
      known = own == null ? Formats.shipped() : Formats.withFolder(own);
      formats = known;
    }
    return known;
  }
}
