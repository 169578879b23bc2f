package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code spliced-text}: most sentences of a filing stand in other filings, in three at least, and
 * no single one has most of them. Stock phrases are left out by how often they stand anywhere.
 */
final class SplicedText implements TextDetector {

  static final double COVERED = 0.5;
  static final int FEWEST_SOURCES = 3;
  static final int FEWEST_SENTENCES = 5;
  static final double MOST_OF_ONE = 0.7;
  private static final int MOST_SHOWN = 10;

  private final Bundles bundles = new Bundles();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    HeldFiling filing = arrival.filing();
    int[] sentences = filing.imprint.sentences();
    if (sentences.length < FEWEST_SENTENCES) {
      return;
    }
    Map<Integer, Long> coveredBy = coverage(arrival, sentences);
    List<Source> sources = greedy(coveredBy);
    int covered = sources.stream().mapToInt(Source::sentences).sum();
    if (sources.size() < FEWEST_SOURCES
        || covered < COVERED * sentences.length
        || sources.get(0).sentences > MOST_OF_ONE * covered) {
      return;
    }
    double share = (double) covered / sentences.length;
    Bundle bundle = bundles.of(Shown.applicant(filing), filing.time());
    bundle.add(filing.number, filing.time(), share, shown(arrival, sources, share));
    signals.accept(
        bundle.signal(
            "spliced-text",
            SignalFamily.TEXT,
            0.5 + 0.3 * share + 0.05 * Math.min(4, bundle.filingCount() - 1),
            Map.of(
                "filings", bundle.filingCount(),
                "share", Shown.rounded(share),
                "sources", sources.size())));
  }

  /** By source the bits of the sentences that it has, in order of the sources' coming. */
  private static Map<Integer, Long> coverage(Arrival arrival, int[] sentences) {
    Map<Integer, Long> coveredBy = new TreeMap<>();
    PatentMemory memory = arrival.memory();
    for (int i = 0; i < sentences.length; i++) {
      long bit = 1L << i;
      memory
          .sentences()
          .find(
              sentences[i],
              of -> memory.get(of).imprint.sentences(),
              of -> coveredBy.merge(of, bit, (a, b) -> a | b));
    }
    coveredBy.keySet().removeIf(of -> memory.get(of).sharesFamily(arrival.filing()));
    return coveredBy;
  }

  private static List<Source> greedy(Map<Integer, Long> coveredBy) {
    List<Source> sources = new ArrayList<>();
    long left = -1;
    while (true) {
      int best = -1;
      long bits = 0;
      for (Map.Entry<Integer, Long> source : coveredBy.entrySet()) {
        long gain = source.getValue() & left;
        if (Long.bitCount(gain) > Long.bitCount(bits)) {
          best = source.getKey();
          bits = gain;
        }
      }
      if (best < 0) {
        return sources;
      }
      left &= ~bits;
      sources.add(new Source(best, Long.bitCount(bits)));
    }
  }

  private static Evidence shown(Arrival arrival, List<Source> sources, double share) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("filing", arrival.filing().number);
    values.put("share", Shown.rounded(share));
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Source source : sources.subList(0, Math.min(MOST_SHOWN, sources.size()))) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("filing", arrival.memory().get(source.ordinal).number);
      one.put("sentences", source.sentences);
      shown.add(one);
    }
    values.put("sources", shown);
    return new Evidence("spliced-sources", values);
  }

  private record Source(int ordinal, int sentences) {}
}
