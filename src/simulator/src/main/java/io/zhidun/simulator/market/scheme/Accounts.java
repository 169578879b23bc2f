package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Change;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Relations;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.Contact;
import io.zhidun.simulator.market.world.Station;
import java.util.List;
import java.util.SplittableRandom;

/** P9 and P6: accounts registered in rows, scripts that file, contacts that reach nobody. */
final class Accounts {
  private Accounts() {}

  /** Dozens of accounts at one device within hours; many file soon. */
  static void farm(Play play) {
    play.lasting(play.between(2, 6));
    play.instance.also("P6");
    String device = "fp-" + Codes.hex(20, play.random);
    String ip = Codes.ipv6(play.random);
    String phone = Codes.phone(play.random);
    boolean onePhone = play.random.nextBoolean();
    long begin = play.time(0);
    int accounts = play.between(20, 60);
    for (int i = 0; i < accounts; i++) {
      Applicant name = play.parties().privatePerson(play.random);
      Station made = play.station(name).on(device, ip);
      Station station = onePhone ? made.reachedBy(phone) : made;
      play.instance.subject("account", station.account()).uses(station);
      long registered = begin + i * (60_000L + play.random.nextInt(240_000));
      play.register(station, registered);
      play.instance.at(registered);
      if (play.random.nextInt(10) < 7) {
        play.file(
            registered + 1_800_000L + play.random.nextInt(40_000_000),
            station,
            Tempo.PATENT,
            null,
            own -> List.of(byPerson(play, name, own)));
      }
    }
  }

  private static Dossier byPerson(Play play, Applicant name, SplittableRandom own) {
    return play.patent(name, Unrelated.work(own.nextInt(40), own), own);
  }

  /** One account fills forms in seconds, always the same, the same file for many applicants. */
  static void robot(Play play) {
    play.lasting(play.between(1, 8));
    List<Applicant> names = play.ordinaryFirms(play.between(8, 20));
    Station station = play.station(names.get(0));
    play.instance.subject("account", station.account());
    String attachment = Codes.hex(64, play.random);
    Tempo tempo = Tempo.ROBOT.quicker(1 + play.random.nextInt(2));
    int rounds = play.between(1, 3);
    for (int i = 0; i < rounds; i++) {
      play.file(
          play.anyTime(),
          station,
          tempo,
          null,
          own ->
              Dossiers.repeated(
                  15 + own.nextInt(20),
                  () -> attached(play, names.get(own.nextInt(names.size())), attachment, own)));
    }
  }

  private static Dossier attached(
      Play play, Applicant applicant, String attachment, SplittableRandom own) {
    Dossier dossier = play.patent(applicant, Unrelated.work(own.nextInt(40), own), own);
    return new Dossier(
        dossier.work(),
        dossier.applicants(),
        dossier.inventors(),
        dossier.contact(),
        null,
        null,
        Relations.NONE,
        own.nextInt(3) == 0 ? dossier.attachment() : attachment);
  }

  /** Applicants whom no letter reaches: numbers that cannot be, or one for all; mail comes back. */
  static void invalidContacts(Play play) {
    play.lasting(play.between(40, 80));
    play.instance.grouped();
    String phone = play.random.nextBoolean() ? "10000000000" : "1380000" + play.between(1, 9);
    Contact contact = new Contact("王先生", phone, "none" + play.between(1, 99) + "@invalid.example");
    String device = "fp-" + Codes.hex(20, play.random);
    int applicants = play.between(10, 25);
    for (int i = 0; i < applicants; i++) {
      Applicant applicant = play.ordinaryFirm(play.field()).withContact(contact);
      play.instance.applicant(applicant);
      Station own = play.station(applicant);
      Station station = own.on(device, own.ip());
      SplittableRandom fate = play.random.split();
      play.file(
          play.time(0.6 * play.random.nextDouble()),
          station,
          Tempo.PATENT,
          (number, time, dossier, stage) -> {
            if (fate.nextInt(10) < 7) {
              play.change(
                  stage,
                  play.after(time, 0.1 + 0.2 * fate.nextDouble()),
                  Change.because("delivery-failed", number, "退信：查无此人"));
            }
          },
          made ->
              Dossiers.repeated(
                  1 + made.nextInt(2),
                  () -> play.patent(applicant, Unrelated.work(made.nextInt(40), made), made)));
    }
  }
}
