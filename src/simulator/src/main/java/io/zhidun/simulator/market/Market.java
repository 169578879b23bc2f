package io.zhidun.simulator.market;

import io.zhidun.simulator.market.base.Population;
import io.zhidun.simulator.market.base.Season;
import io.zhidun.simulator.market.base.Volume;
import io.zhidun.simulator.market.scheme.Schemes;
import io.zhidun.simulator.market.scheme.Setting;
import io.zhidun.simulator.market.scheme.Truth;
import io.zhidun.simulator.market.stream.Agenda;
import io.zhidun.simulator.market.stream.Happening;
import io.zhidun.simulator.market.stream.Numbering;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.world.MarkWords;
import io.zhidun.simulator.market.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * The stream of a market, in the order of (time, id), made as it is read: what is kept are open
 * visits and changes to come, not what was written. For one thread.
 */
public final class Market implements Iterator<MarketLine> {
  private static final int PATENTS_A_DAY_AND_KIND = 6_500;
  private static final int PROTECTED_MARKS = 1_000;

  private final Agenda agenda = new Agenda();
  private final List<MarketLine> ready = new ArrayList<>();
  private final Schemes schemes = new Schemes();
  private final SplittableRandom random;
  private final Setting setting;
  private final Stage stage;
  private final long end;
  private int taken;

  public Market(MarketPlan plan) {
    this(
        plan,
        Volume.office(plan.scale()),
        Season.midnight(plan.from()),
        numbering(plan),
        plan.seed());
  }

  private Market(MarketPlan plan, Volume volume, long begin, Numbering numbering, long chance) {
    LocalDate from = plan.from();
    stage =
        new Stage(
            (time, id, json) -> ready.add(new MarketLine(Instant.ofEpochMilli(time), id, json)),
            agenda,
            numbering);
    end = Season.midnight(plan.end());
    random = new SplittableRandom(chance);
    World world = new World(plan.seed(), plan.scale(), from);
    MarkWords words = new MarkWords(plan.seed(), PROTECTED_MARKS, world.parties());
    agenda.at(
        begin,
        (now, on) -> {
          words.protectedMarks().forEach(mark -> on.introduce(now, mark));
          return Happening.OVER;
        });
    Population population = new Population(world, words);
    population.enter(agenda, from, plan.end(), volume, plan.detail(), random.split());
    setting = new Setting(world, words, population.memory(), agenda, begin, from, plan.end());
    schemes.play(setting, plan.schemes(), plan.intensity(), random.split());
  }

  private static Numbering numbering(MarketPlan plan) {
    LocalDate from = plan.from();
    int serial = (int) (from.getDayOfYear() * PATENTS_A_DAY_AND_KIND * Math.min(1, plan.scale()));
    return new Numbering(from.getYear(), 1 + serial);
  }

  /**
   * A market to watch: it begins at that time, and has as many filings at night as by day. One that
   * begins later has the same applicants, but files anew under numbers of its own.
   *
   * @param plan whose scale says how many applicants there are
   * @param perMinute honest filings
   */
  public static Market steady(MarketPlan plan, Instant begin, double perMinute) {
    long time = begin.toEpochMilli();
    int year = plan.from().getYear();
    long second = (time - Season.midnight(LocalDate.ofYearDay(year, 1))) / 1_000;
    Numbering numbering = Numbering.since(year, (int) second);
    return new Market(
        plan, Volume.steady(perMinute, time), time, numbering, plan.seed() ^ (time << 20));
  }

  /** Lets fifty linked companies file near-duplicates from one device within minutes of a time. */
  public void addLinkedCompanies(Instant time) {
    schemes.playLinkedCompanies(setting, time.toEpochMilli(), random.split());
  }

  /** The truth about what was read so far: schemes and look-alikes; complete at the end. */
  public List<Truth> truth() {
    return schemes.truth();
  }

  @Override
  public boolean hasNext() {
    return taken < ready.size() || advance();
  }

  @Override
  public MarketLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the market is over");
    }
    return ready.get(taken++);
  }

  /** Makes the lines of the next time that has any. */
  private boolean advance() {
    ready.clear();
    taken = 0;
    while (ready.isEmpty() && agenda.next() < end) {
      long time = agenda.next();
      while (agenda.next() == time) {
        agenda.step(stage);
      }
    }
    if (ready.size() > 1) {
      ready.sort(Comparator.comparing(MarketLine::id));
    }
    return !ready.isEmpty();
  }
}
