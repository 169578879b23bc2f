package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Change;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Kind;
import io.zhidun.simulator.market.stream.PatentWork;
import io.zhidun.simulator.market.stream.Relations;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.text.Edits;
import io.zhidun.simulator.market.text.PatentGrammar;
import io.zhidun.simulator.market.text.Recipe;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Person;
import io.zhidun.simulator.market.world.Register;
import io.zhidun.simulator.market.world.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Look-alikes of copying, floods and trade: much research, families, groups, universities. */
final class HonestResearch {
  private HonestResearch() {}

  /** A university of many teams; some applications go to companies, with a licence and no haste. */
  static void university(Play play) {
    play.lasting(88);
    Applicant school = play.world.school(400 + play.between(0, 300));
    play.instance.applicant(school);
    List<Applicant> partners = play.ordinaryFirms(play.between(4, 10));
    int visits = play.between(60, 140);
    for (int i = 0; i < visits; i++) {
      SplittableRandom fate = play.random.split();
      int team = play.between(0, 80) * 10;
      play.file(
          play.anyTime(),
          play.world.station(school, i % 20),
          Tempo.PATENT,
          (number, time, dossier, stage) ->
              transfer(play, stage, number, time, school, partners, fate),
          own -> Dossiers.repeated(1 + own.nextInt(3), () -> ofTeam(school, team, play, own)));
    }
  }

  private static void transfer(
      Play play,
      Stage stage,
      String number,
      long time,
      Applicant school,
      List<Applicant> partners,
      SplittableRandom fate) {
    if (fate.nextInt(12) != 0) {
      return;
    }
    Applicant partner = partners.get(fate.nextInt(partners.size()));
    play.change(stage, play.after(time, 0.15), Change.of("licence", number));
    play.change(
        stage,
        play.after(time, 0.3 + 0.4 * fate.nextDouble()),
        Change.transfer("applicant-change", number, school, partner));
  }

  private static Dossier ofTeam(Applicant school, int team, Play play, SplittableRandom own) {
    List<Person> inventors = new ArrayList<>();
    inventors.add(play.world.staff(school, team));
    inventors.add(play.world.staff(school, team + 1 + own.nextInt(8)));
    int field = (team / 10) % 40;
    return Dossiers.of(school, inventors, school.contact(), Unrelated.work(field, own), own);
  }

  /** A head of research of a large company who stands on every filing of the department. */
  static void researchHead(Play play) {
    play.lasting(88);
    int field = play.field();
    Applicant firm = play.firm(field, play.between(3_000, 20_000), play.between(3_000, 7_000));
    play.instance.applicant(firm);
    int visits = play.between(50, 110);
    for (int i = 0; i < visits; i++) {
      play.file(
          play.anyTime(),
          play.world.station(firm, i % 15),
          Tempo.PATENT,
          null,
          own -> List.of(headed(play, firm, field, own)));
    }
  }

  private static Dossier headed(Play play, Applicant firm, int field, SplittableRandom own) {
    List<Person> inventors =
        List.of(play.world.staff(firm, 0), play.world.staff(firm, 1 + own.nextInt(60)));
    return Dossiers.of(firm, inventors, firm.contact(), Unrelated.work(field, own), own);
  }

  /** A group whose companies file variants of one development, and say that they are a group. */
  static void series(Play play) {
    play.lasting(play.between(15, 60));
    int field = play.field();
    List<Applicant> group = group(play, field, 2 + play.random.nextInt(2));
    Recipe base = Recipe.random(field, 7, play.random);
    for (Applicant member : group) {
      play.instance.applicant(member);
      Station station = play.station(member);
      int visits = play.between(3, 8);
      for (int i = 0; i < visits; i++) {
        play.file(
            play.anyTime(),
            station,
            Tempo.PATENT,
            null,
            own -> List.of(play.patent(member, variant(base, own), own)));
      }
    }
  }

  private static PatentWork variant(Recipe base, SplittableRandom own) {
    Recipe improved = base.told(own.nextLong());
    long seed = own.nextLong();
    if (own.nextInt(3) != 0) {
      return Dossiers.work(base.field(), own, () -> PatentGrammar.write(improved));
    }
    return Dossiers.work(
        base.field(),
        own,
        () ->
            Edits.spliced(
                List.of(PatentGrammar.write(base), PatentGrammar.write(improved)),
                PatentGrammar.title(base.field(), seed),
                seed));
  }

  /** Companies of which the register says that they belong together. */
  private static List<Applicant> group(Play play, int field, int count) {
    List<Applicant> plain = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      plain.add(play.firm(field, play.between(200, 3_000), play.between(1_500, 5_000)));
    }
    List<String> codes = plain.stream().map(Applicant::key).toList();
    List<Applicant> group = new ArrayList<>();
    for (Applicant member : plain) {
      Register register = member.register();
      if (register != null) {
        List<String> others = codes.stream().filter(code -> !code.equals(member.key())).toList();
        group.add(
            member.withRegister(
                new Register(
                    register.insured(),
                    register.capital(),
                    register.founded(),
                    register.industry(),
                    register.representative(),
                    others)));
      }
    }
    return group;
  }

  /** A group moves its applications into one of its companies; the inventors stay. */
  static void reorganisation(Play play) {
    play.lasting(85);
    int field = play.field();
    List<Applicant> group = group(play, field, 3);
    Applicant heir = group.get(0);
    group.forEach(play.instance::applicant);
    // The register speaks of the heir before anything goes to it.
    play.file(
        play.time(0),
        play.station(heir),
        Tempo.PATENT,
        null,
        own -> List.of(play.patent(heir, Unrelated.work(field, own), own)));
    for (Applicant member : group.subList(1, group.size())) {
      Station station = play.station(member);
      int visits = play.between(6, 14);
      for (int i = 0; i < visits; i++) {
        play.file(
            play.time(0.02 + 0.4 * play.random.nextDouble()),
            station,
            Tempo.PATENT,
            (number, time, dossier, stage) ->
                play.change(
                    stage,
                    play.after(time, 0.45),
                    Change.transfer("applicant-change", number, member, heir)),
            own ->
                Dossiers.repeated(
                    1 + own.nextInt(3),
                    () -> play.patent(member, Unrelated.work(field, own), own)));
      }
    }
  }

  /** Invention and utility model of one day, each declaring the other. */
  static void declaredPairs(Play play) {
    play.lasting(80);
    Applicant firm = play.ordinaryFirm(play.field());
    play.instance.applicant(firm);
    Station station = play.station(firm);
    int pairs = play.between(4, 10);
    for (int i = 0; i < pairs; i++) {
      Recipe recipe = Recipe.random(play.field(), 2, play.random);
      long time = play.anyTime();
      PairNumbers numbers = new PairNumbers();
      play.at(time - 60_000, (now, stage) -> numbers.give(now, stage));
      play.file(
          time,
          station,
          Tempo.PATENT,
          null,
          own ->
              List.of(
                  half(play, firm, Kind.INVENTION, recipe, numbers, own),
                  half(play, firm, Kind.UTILITY_MODEL, recipe, numbers, own)));
    }
  }

  private static Dossier half(
      Play play,
      Applicant firm,
      Kind kind,
      Recipe recipe,
      PairNumbers numbers,
      SplittableRandom own) {
    return play.patent(firm, PatentWork.of(kind, recipe, List.of()), own)
        .related(numbers.relations(kind));
  }

  /** An invention, then divisionals of it and a later filing that claims its priority. */
  static void family(Play play) {
    play.lasting(80);
    Applicant firm = play.ordinaryFirm(play.field());
    play.instance.applicant(firm);
    Station station = play.station(firm);
    Recipe recipe = Recipe.random(play.field(), 2, play.random);
    int divisionals = play.between(2, 5);
    double[] shares = play.random.doubles(divisionals, 0.2, 0.9).toArray();
    SplittableRandom later = play.random.split();
    play.file(
        play.time(0),
        station,
        Tempo.PATENT,
        (number, time, dossier, stage) -> {
          for (double share : shares) {
            play.fileLater(
                stage,
                play.after(time, share),
                station,
                play.patent(firm, PatentWork.of(Kind.INVENTION, recipe, List.of()), later)
                    .related(Relations.divisional(number)),
                later.split());
          }
        },
        own -> List.of(play.patent(firm, PatentWork.of(Kind.INVENTION, recipe, List.of()), own)));
  }

  /** A company of steady habits that brings a quarter's work in the last days of a month. */
  static void monthEndRush(Play play) {
    play.lasting(90);
    int field = play.field();
    Applicant firm = play.firm(field, play.between(300, 900), play.between(2_000, 5_000));
    play.instance.applicant(firm);
    Station station = play.station(firm);
    for (int week = 0; week < 10; week++) {
      play.file(
          play.time(week / 12.0),
          station,
          Tempo.PATENT,
          null,
          own -> List.of(play.patent(firm, Unrelated.work(field, own), own)));
    }
    for (int i = 0; i < 6; i++) {
      play.file(
          play.lastDays(),
          station,
          Tempo.PATENT,
          null,
          own -> Dossiers.repeated(2, () -> play.patent(firm, Unrelated.work(field, own), own)));
    }
  }

  /** People of one name, each with an identity number of its own, at companies all over. */
  static void commonName(Play play) {
    play.lasting(85);
    String name = play.parties().person(play.random).name();
    for (Applicant firm : play.ordinaryFirms(play.between(15, 40))) {
      play.instance.applicant(firm);
      Person namesake = new Person(name, play.parties().person(play.random).idNumber());
      play.file(
          play.anyTime(),
          play.station(firm),
          Tempo.PATENT,
          null,
          own ->
              List.of(
                  Dossiers.of(
                      firm,
                      List.of(namesake),
                      firm.contact(),
                      Unrelated.work(own.nextInt(40), own),
                      own)));
    }
  }

  /** A small laboratory that really invents: few people, a few inventions of one field. */
  static void smallLaboratory(Play play) {
    play.lasting(85);
    int field = play.field();
    Applicant firm = play.firm(field, play.between(6, 15), play.between(400, 1_500));
    play.instance.applicant(firm);
    Station station = play.station(firm);
    int visits = play.between(3, 6);
    for (int i = 0; i < visits; i++) {
      play.file(
          play.anyTime(),
          station,
          Tempo.PATENT,
          null,
          own -> List.of(play.patent(firm, Unrelated.work(field, own), own)));
    }
  }
}
