package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.MarkWork;
import io.zhidun.simulator.market.stream.Relations;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.stream.Visit;
import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.MarkWords;
import io.zhidun.simulator.market.world.Station;
import io.zhidun.simulator.market.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Those who come to file marks: mostly their own brand in another class, or a member of its family.
 */
final class MarkVisitors implements Arrivals.Visitor {
  private static final double BY_AGENCY = 0.86;
  private static final double BATCH = 0.012;

  private final World world;
  private final MarkWords words;
  private final double detail;
  private final Visit.Filed afterlife;

  MarkVisitors(World world, MarkWords words, double detail, Visit.Filed afterlife) {
    this.world = world;
    this.words = words;
    this.detail = detail;
    this.afterlife = afterlife;
  }

  @Override
  public int visit(long now, Stage stage, SplittableRandom random) {
    if (random.nextDouble() < BATCH) {
      return batch(now, stage, random);
    }
    Applicant owner = owner(random);
    if (random.nextDouble() >= BY_AGENCY) {
      List<Dossier> own = brought(owner, Desk.OWN, random);
      Station station = world.station(owner, 0);
      long time = Newcomers.welcome(now, stage, owner, station, "trademark-filing", random);
      return begin(time, stage, station, own, Tempo.MARK, random);
    }
    int home = random.nextInt(8) != 0 ? world.homeAgency(owner, true) : world.anyMarkAgency(random);
    Agency agency = world.agency(home, true);
    int agent = random.nextInt(agency.agents());
    Desk desk = new Desk(agency, world.agent(agency, agent), random.nextInt(3) == 0);
    Station station = world.agentStation(agency, agent);
    return begin(now + 1, stage, station, brought(owner, desk, random), Tempo.AGENT, random);
  }

  private Applicant owner(SplittableRandom random) {
    int kind = random.nextInt(100);
    if (kind < 75) {
      return world.owner(world.anyOwner(random));
    }
    return kind < 95
        ? world.company(world.anyCompany(random))
        : world.person(world.anyPerson(random));
  }

  private int batch(long now, Stage stage, SplittableRandom random) {
    Agency agency = world.agency(random.nextInt(Math.max(2, world.markAgencies() / 20)), true);
    List<Dossier> dossiers = new ArrayList<>();
    int clients = 8 + random.nextInt(25);
    for (int i = 0; i < clients; i++) {
      int agent = random.nextInt(agency.agents());
      Desk desk = new Desk(agency, world.agent(agency, agent), random.nextInt(3) == 0);
      dossiers.addAll(brought(owner(random), desk, random));
    }
    Station station = world.agentStation(agency, 90_000 + random.nextInt(2));
    return begin(
        now + 1, stage, station.by("batch-" + agency.code()), dossiers, Tempo.BATCH, random);
  }

  private List<Dossier> brought(Applicant owner, Desk desk, SplittableRandom random) {
    SplittableRandom fixed = new SplittableRandom(owner.key().hashCode() * 7_919L);
    String house = words.brand(fixed);
    int home = 1 + fixed.nextInt(45);
    int count = 1;
    while (count < 6 && random.nextInt(3) == 0) {
      count++;
    }
    List<Dossier> dossiers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int nice = random.nextInt(3) != 0 ? home : 1 + (home + random.nextInt(5)) % 45;
      dossiers.add(dossier(owner, desk, mark(house, nice, random), random));
    }
    return dossiers;
  }

  private MarkWork mark(String house, int nice, SplittableRandom random) {
    int chance = random.nextInt(10);
    String name =
        chance < 5 ? house : chance < 8 ? words.series(house, random) : words.brand(random);
    boolean drawn = random.nextInt(3) == 0;
    return new MarkWork(
        name, drawn ? "combined" : "word", drawn ? Codes.hex(64, random) : null, List.of(nice));
  }

  private static Dossier dossier(
      Applicant owner, Desk desk, MarkWork work, SplittableRandom random) {
    Agency agency = desk.agency();
    return new Dossier(
        work,
        List.of(owner),
        List.of(),
        agency != null && desk.contact() ? agency.contact() : owner.contact(),
        agency,
        desk.agent(),
        Relations.NONE,
        Codes.hex(64, random));
  }

  private int begin(
      long time,
      Stage stage,
      Station station,
      List<Dossier> dossiers,
      Tempo tempo,
      SplittableRandom random) {
    boolean detailed = random.nextDouble() < detail;
    stage.later(time, new Visit(station, dossiers, tempo, detailed, random, afterlife));
    return dossiers.size();
  }
}
