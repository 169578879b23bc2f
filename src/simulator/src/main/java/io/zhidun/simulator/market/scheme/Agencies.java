package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.MarkWork;
import io.zhidun.simulator.market.stream.Relations;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Agent;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** P9 and T9: agencies that work without agents, without a licence, or for themselves. */
final class Agencies {
  private Agencies() {}

  /** One agent signs for dozens of clients a day. */
  static void overload(Play play) {
    play.lasting(play.between(4, 12));
    Agency agency = play.agency(true);
    Agent agent = play.agent(agency, 0);
    play.instance.subject("agency", agency.code()).subject("agent", agent.number());
    Station station = play.desk(agency, 0);
    int days = play.between(2, 4);
    int perDay = play.between(40, 90);
    for (int day = 0; day < days; day++) {
      file(play, agency, List.of(agent), station, play.time((day + 0.1) / days), perDay);
    }
  }

  /** One device signs in the names of a dozen agents, who have lent their licences. */
  static void oneDevice(Play play) {
    play.lasting(play.between(15, 50));
    Agency agency = play.agency(true);
    play.instance.subject("agency", agency.code());
    Station shared = play.desk(agency, 0);
    int agents = play.between(8, 15);
    for (int i = 0; i < agents; i++) {
      Agent agent = play.agent(agency, i);
      Station own = play.desk(agency, i).on(shared.device(), shared.ip());
      int visits = play.between(2, 4);
      for (int visit = 0; visit < visits; visit++) {
        file(play, agency, List.of(agent), own, play.anyTime(), play.between(2, 5));
      }
    }
  }

  /** An agency whose licence has expired files on. */
  static void unlicensed(Play play) {
    play.lasting(play.between(15, 60));
    Agency agency = play.agency(false);
    play.instance.subject("agency", agency.code());
    List<Agent> agents = List.of(play.agent(agency, 0), play.agent(agency, 1));
    int visits = play.between(8, 20);
    for (int i = 0; i < visits; i++) {
      Station station = play.desk(agency, i % 2);
      file(play, agency, List.of(agents.get(i % 2)), station, play.anyTime(), play.between(2, 4));
    }
  }

  private static void file(
      Play play, Agency agency, List<Agent> agents, Station station, long time, int count) {
    play.file(
        time,
        station,
        Tempo.AGENT.quicker(count > 20 ? 12 : 1),
        null,
        own -> dossiers(play, agency, agents, count, own));
  }

  private static List<Dossier> dossiers(
      Play play, Agency agency, List<Agent> agents, int count, SplittableRandom own) {
    List<Dossier> dossiers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int field = own.nextInt(40);
      Applicant client =
          play.parties().company(field, play.parties().register(60, field, 1_500, own), own);
      Dossier dossier = play.patent(client, Unrelated.work(field, own), own);
      dossiers.add(Dossiers.represented(dossier, agency, agents.get(i % agents.size())));
    }
    return dossiers;
  }

  /** A trademark agency files marks of its own for goods that are none of its services. */
  static void ownMarks(Play play) {
    int marks = play.between(5, 20);
    play.instance.also("T1");
    if (marks < 8) {
      play.instance.hint();
    }
    own(play, marks, 1, 34);
  }

  /** An agency names its own services, which it may: a look-alike. */
  static void serviceMarks(Play play) {
    own(play, play.between(2, 5), 45, 45);
  }

  private static void own(Play play, int visits, int firstClass, int lastClass) {
    play.lasting(play.between(5, 50));
    Agency agency = play.agency(true);
    Agent agent = play.agent(agency, 0);
    Applicant owner =
        new Applicant(
            agency.name(),
            agency.socialCode(),
            null,
            "agency",
            agency.address(),
            agency.contact(),
            null);
    play.instance.applicant(owner);
    Station station = play.desk(agency, 0);
    for (int i = 0; i < visits; i++) {
      play.file(
          play.anyTime(),
          station,
          Tempo.AGENT,
          null,
          own -> {
            int nice = firstClass + own.nextInt(lastClass - firstClass + 1);
            MarkWork work = MarkWork.word(play.words.brand(own), nice);
            return List.of(byItself(agency, agent, owner, work, own));
          });
    }
  }

  private static Dossier byItself(
      Agency agency, Agent agent, Applicant owner, MarkWork work, SplittableRandom own) {
    return new Dossier(
        work,
        List.of(owner),
        List.of(),
        owner.contact(),
        agency,
        agent,
        Relations.NONE,
        Codes.hex(64, own));
  }
}
