package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.base.Memory.Past;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.stream.Visit;
import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Station;
import io.zhidun.simulator.market.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Those who come to file patents, by themselves or by agents. */
final class PatentVisitors implements Arrivals.Visitor {
  private static final double BY_AGENCY = 0.66;
  private static final double AGENCY_IS_CONTACT = 0.35;
  private static final double BATCH = 0.015;
  private static final double SEQUEL = 0.02;
  private static final long FOUR_DAYS = 4 * 86_400_000L;

  private final World world;
  private final Memory memory;
  private final Inventions inventions;
  private final double detail;
  private final Visit.Filed afterlife;

  PatentVisitors(World world, Memory memory, double detail, Visit.Filed afterlife) {
    this.world = world;
    this.memory = memory;
    this.inventions = new Inventions(world, memory);
    this.detail = detail;
    this.afterlife = afterlife;
  }

  @Override
  public int visit(long now, Stage stage, SplittableRandom random) {
    boolean byAgency = random.nextDouble() < BY_AGENCY;
    if (byAgency && random.nextDouble() < BATCH) {
      return batch(now, stage, random);
    }
    Past past = random.nextDouble() < SEQUEL ? memory.any(random) : null;
    boolean sequel = past != null && now - past.time() > FOUR_DAYS;
    Client client =
        past != null && sequel
            ? Client.company(world, past.company(), past.recipe().field())
            : Client.any(world, random);
    Desk desk = Desk.OWN;
    int deskNumber = client.staff() < 40 ? 0 : random.nextInt(1 + client.staff() / 40);
    Station station = world.station(client.applicant(), deskNumber);
    if (byAgency) {
      Agency agency = agencyOf(client, random);
      int agent = random.nextInt(agency.agents());
      desk = desk(agency, agent, random);
      station = world.agentStation(agency, agent);
    }
    List<Dossier> dossiers =
        past != null && sequel
            ? List.of(inventions.sequel(past, client, desk, random))
            : inventions.brought(client, desk, now, stage, random);
    if (byAgency) {
      return begin(now + 1, stage, station, dossiers, Tempo.AGENT, random);
    }
    long time = Newcomers.welcome(now, stage, client.applicant(), station, "patent-filing", random);
    return begin(time, stage, station, dossiers, Tempo.PATENT, random);
  }

  private Desk desk(Agency agency, int agent, SplittableRandom random) {
    boolean contact = random.nextDouble() < AGENCY_IS_CONTACT;
    return new Desk(agency, world.agent(agency, agent), contact);
  }

  private Agency agencyOf(Client client, SplittableRandom random) {
    boolean home = random.nextInt(8) != 0;
    int index = home ? world.homeAgency(client.applicant(), false) : world.anyPatentAgency(random);
    return world.agency(index, false);
  }

  /** An agency sends what many clients gave it by the office's own client. */
  private int batch(long now, Stage stage, SplittableRandom random) {
    Agency agency = world.agency(random.nextInt(Math.max(2, world.patentAgencies() / 20)), false);
    List<Dossier> dossiers = new ArrayList<>();
    int clients = 6 + random.nextInt(20);
    for (int i = 0; i < clients; i++) {
      Desk desk = desk(agency, random.nextInt(agency.agents()), random);
      dossiers.addAll(inventions.brought(Client.any(world, random), desk, now, stage, random));
    }
    Station station = world.agentStation(agency, 90_000 + random.nextInt(2));
    return begin(
        now + 1, stage, station.by("batch-" + agency.code()), dossiers, Tempo.BATCH, random);
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
