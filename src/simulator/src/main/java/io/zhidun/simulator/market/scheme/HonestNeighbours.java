package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Agent;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.Contact;
import io.zhidun.simulator.market.world.Station;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Look-alikes of linked applicants: they share a house, a network or an agency, and nothing else.
 */
final class HonestNeighbours {
  private HonestNeighbours() {}

  /** Hundreds of tenants of one building, who share its network and some the phone of its desk. */
  static void incubator(Play play) {
    tenants(play, 3 * play.between(1, 40) + 1, true);
  }

  /** Hundreds of companies registered in one and the same room. */
  static void registeredAddress(Play play) {
    tenants(play, 3 * play.between(1, 40), false);
  }

  private static void tenants(Play play, int building, boolean network) {
    play.lasting(85);
    String ip = Codes.ipv4(play.random);
    Contact desk = play.parties().contact(play.random);
    int tenants = play.between(120, 300);
    for (int i = 0; i < tenants; i++) {
      Applicant firm = play.firm(play.field(), play.between(4, 60), play.between(200, 2_500));
      Applicant housed = play.world.inBuilding(firm, 999 + building, play.random);
      Applicant tenant =
          i % 12 == 0 ? housed.withContact(desk) : housed.withContact(firm.contact());
      play.instance.applicant(tenant);
      Station own = play.station(tenant);
      Station station = network ? own.on(own.device(), ip) : own;
      boolean marks = play.random.nextInt(3) == 0;
      long time = play.anyTime();
      if (play.random.nextInt(4) == 0) {
        play.register(station, time - 3_600_000);
      }
      play.file(
          time,
          station,
          marks ? Tempo.MARK : Tempo.PATENT,
          null,
          made -> List.of(marks ? ownMark(play, tenant, made) : ownPatent(play, tenant, made)));
    }
  }

  /** Offices behind one address of a carrier. */
  static void sharedNetwork(Play play) {
    play.lasting(60);
    String ip = Codes.ipv4(play.random);
    for (Applicant applicant : play.ordinaryFirms(play.between(60, 150))) {
      play.instance.applicant(applicant);
      Station own = play.station(applicant);
      play.file(
          play.anyTime(),
          own.on(own.device(), ip),
          Tempo.PATENT,
          null,
          made -> List.of(ownPatent(play, applicant, made)));
    }
  }

  /** Clients who leave phone, payment and device to their agency. */
  static void agencyContact(Play play) {
    play.lasting(80);
    Agency agency = play.agency(true);
    for (Applicant client : play.ordinaryFirms(play.between(50, 120))) {
      play.instance.applicant(client);
      Applicant reached = client.withContact(agency.contact());
      int number = play.between(0, agency.agents() - 1);
      play.file(
          play.anyTime(),
          play.desk(agency, number),
          Tempo.AGENT,
          null,
          made ->
              List.of(
                  Dossiers.represented(
                      ownPatent(play, reached, made), agency, play.agent(agency, number))));
    }
  }

  /** New companies whose first mark and invention one agency files. */
  static void startUps(Play play) {
    play.lasting(70);
    Agency agency = play.agency(true);
    int companies = play.between(20, 40);
    for (int i = 0; i < companies; i++) {
      Applicant firm = play.firm(play.field(), play.between(3, 15), play.between(30, 200));
      play.instance.applicant(firm);
      int number = play.between(0, agency.agents() - 1);
      Agent agent = play.agent(agency, number);
      play.file(
          play.anyTime(),
          play.desk(agency, number),
          Tempo.AGENT,
          null,
          made ->
              List.of(
                  Dossiers.represented(ownMark(play, firm, made), agency, agent),
                  Dossiers.represented(ownPatent(play, firm, made), agency, agent)));
    }
  }

  /** The office's batch client sends in seconds what an agency's clients gave it. */
  static void batchUpload(Play play) {
    play.lasting(80);
    Agency agency = play.agency(true);
    Station station = play.desk(agency, 90_000).by("batch-" + agency.code());
    play.instance.subject("account", station.account());
    int sessions = play.between(4, 10);
    for (int i = 0; i < sessions; i++) {
      List<Applicant> clients = play.ordinaryFirms(play.between(8, 20));
      play.file(
          play.anyTime(),
          station,
          Tempo.BATCH,
          null,
          made -> clients.stream().map(client -> sent(play, agency, client, made)).toList());
    }
  }

  private static Dossier sent(Play play, Agency agency, Applicant client, SplittableRandom own) {
    Agent agent = play.agent(agency, own.nextInt(agency.agents()));
    return Dossiers.represented(ownPatent(play, client, own), agency, agent);
  }

  private static Dossier ownPatent(Play play, Applicant applicant, SplittableRandom own) {
    return play.patent(applicant, Unrelated.work(own.nextInt(40), own), own);
  }

  private static Dossier ownMark(Play play, Applicant applicant, SplittableRandom own) {
    return Dossiers.mark(applicant, play.words.brand(own), 1 + own.nextInt(45), own);
  }
}
