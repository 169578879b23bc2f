package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.stream.Agenda;
import io.zhidun.simulator.market.world.MarkWords;
import io.zhidun.simulator.market.world.World;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** All honest filing of the days: patents and marks at the rates of the office. */
public final class Population {
  private final World world;
  private final MarkWords words;
  private final Memory memory = new Memory();

  public Population(World world, MarkWords words) {
    this.world = world;
    this.words = words;
  }

  /** What was filed lately. */
  public Memory memory() {
    return memory;
  }

  /**
   * @param volume how many filings a day, and when
   * @param detail share of visits of which each step is written
   */
  public void enter(
      Agenda agenda,
      LocalDate from,
      LocalDate end,
      Volume volume,
      double detail,
      SplittableRandom random) {
    Afterlife afterlife = new Afterlife(world, random.split());
    Arrivals patents =
        new Arrivals(
            volume.rhythm(),
            volume.patents(),
            from,
            end,
            new PatentVisitors(world, memory, detail, afterlife),
            random.split());
    Arrivals marks =
        new Arrivals(
            volume.rhythm(),
            volume.marks(),
            from,
            end,
            new MarkVisitors(world, words, detail, afterlife),
            random.split());
    agenda.at(patents.first(), patents);
    agenda.at(marks.first(), marks);
  }
}
