package io.zhidun.benchmarks.filings;

import io.zhidun.benchmarks.Figure;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.Invention;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.Telemetry;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.rules.filings.text.TextScreen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Near-duplicates among real abstracts: how many edited copies are found, and whether unrelated
 * texts are left alone. A copy counts as found where the screen names its original.
 */
final class TextRecall {

  private static final String NAME = "filings";
  private static final double COPY = 0.3;
  private static final double UNRELATED = 0.1;

  /** The domain's measurements edit three characters in a row. */
  private static final int RUN = 3;

  private static final long SEED = 20261127;
  private static final Instant TIME = Instant.parse("2026-03-02T02:00:00Z");

  private final BackgroundTexts background;

  TextRecall(Path file) throws IOException {
    background = new BackgroundTexts(file);
  }

  List<Figure> run() {
    double[] likeness = background.likenessToEarlier();
    List<String> distinct = new ArrayList<>();
    List<Figure> figures = new ArrayList<>(known(likeness, distinct));
    figures.add(recall(distinct, 0, RUN, 1.0));
    figures.add(recall(distinct, 0.1, RUN, 0.99));
    figures.add(recall(distinct, 0.2, RUN, 0.9));
    figures.add(recall(distinct, 0.3, RUN, 0.6));
    for (double share : new double[] {0.1, 0.2, 0.3}) {
      figures.add(recall(distinct, share, 1, Double.NaN));
    }
    return figures;
  }

  /** Feeds all texts in order; collects those that are unrelated to any earlier one. */
  private List<Figure> known(double[] likeness, List<String> distinct) {
    Feed feed = new Feed();
    int copies = 0;
    int found = 0;
    int unrelated = 0;
    int falsely = 0;
    for (int i = 0; i < likeness.length; i++) {
      String text = background.texts().get(i);
      boolean named = feed.see("t" + i, text, "title " + i) != null;
      if (likeness[i] >= COPY) {
        copies++;
        found += named ? 1 : 0;
      } else if (likeness[i] < UNRELATED) {
        unrelated++;
        falsely += named ? 1 : 0;
        distinct.add(text);
      }
    }
    double pairs = (double) unrelated * (unrelated - 1) / 2;
    return List.of(
        Figure.plain(NAME, "unrelated pairs of background texts", pairs, "pairs"),
        Figure.exactly(NAME, "unrelated texts named as copies", falsely, "texts", 0),
        Figure.plain(NAME, "known near-copies in the background", copies, "texts"),
        Figure.exactly(NAME, "known near-copies found", found, "texts", copies));
  }

  private Figure recall(List<String> distinct, double share, int run, double bound) {
    Random random = new Random(SEED);
    Feed feed = new Feed();
    for (int i = 0; i < distinct.size(); i++) {
      feed.see("o" + i, distinct.get(i), "title " + i);
    }
    int found = 0;
    for (int i = 0; i < distinct.size(); i++) {
      String edited = BackgroundTexts.edited(distinct.get(i), share, run, random);
      found += ("o" + i).equals(feed.see("e" + i, edited, "another " + i)) ? 1 : 0;
    }
    double recall = (double) found / distinct.size();
    String name =
        share == 0
            ? "recall, exact copy under a new title"
            : String.format("recall, %.0f %% edited, %d in a row", 100 * share, run);
    return Double.isNaN(bound)
        ? Figure.plain(NAME, name, recall, "")
        : Figure.atLeast(NAME, name, recall, "", bound);
  }

  private static final class Feed {

    private final TextScreen screen = new TextScreen();

    /** The number of the filing whose text it is said to share, or null. */
    @org.jspecify.annotations.Nullable
    String see(String number, String text, String title) {
      List<Signal> signals = new ArrayList<>();
      screen.see(Digest.of(filing(number, text, title)), signals::add);
      return signals.stream()
          .filter(signal -> signal.code().equals("near-duplicate-text"))
          .map(signal -> String.valueOf(signal.numbers().get("other")))
          .findFirst()
          .orElse(null);
    }

    private static Filing filing(String number, String text, String title) {
      return new Filing(
          number,
          FilingKind.INVENTION,
          LocalDate.EPOCH,
          TIME,
          List.of(new Party("applicant " + number, PartyKind.COMPANY, null, null, null, null)),
          List.of(),
          null,
          null,
          Family.NONE,
          new Invention(title, List.of(), text, List.of(), "", List.of()),
          null,
          Telemetry.NONE);
    }
  }
}
