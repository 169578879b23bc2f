package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.base.Memory;
import io.zhidun.simulator.market.base.Season;
import io.zhidun.simulator.market.stream.Act;
import io.zhidun.simulator.market.stream.Change;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Happening;
import io.zhidun.simulator.market.stream.PatentWork;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.stream.Visit;
import io.zhidun.simulator.market.text.TechnicalField;
import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Agent;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.MarkWords;
import io.zhidun.simulator.market.world.Parties;
import io.zhidun.simulator.market.world.Person;
import io.zhidun.simulator.market.world.Register;
import io.zhidun.simulator.market.world.Station;
import io.zhidun.simulator.market.world.World;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One instance of a scheme with what it needs: time, people, and the hands that file. */
final class Play {
  /** What somebody brings, made when the time has come: dossiers are large and many wait. */
  @FunctionalInterface
  interface Bring {
    List<Dossier> bring(SplittableRandom random);
  }

  final World world;
  final MarkWords words;
  final Memory memory;
  final SplittableRandom random;
  final Instance instance;

  private final Setting setting;
  private final int number;
  private LocalDate first;
  private int length;

  /**
   * @param number no other instance of the market has it
   */
  Play(Setting setting, Instance instance, int number, SplittableRandom random) {
    this.setting = setting;
    this.number = number;
    this.instance = instance;
    this.random = random;
    this.world = setting.world();
    this.words = setting.words();
    this.memory = setting.memory();
    this.first = setting.from();
    this.length = 1;
  }

  Parties parties() {
    return world.parties();
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  int field() {
    return random.nextInt(TechnicalField.ALL.size());
  }

  /** Takes so many days, or as many as there are, from a day on that leaves room for them. */
  Play lasting(int days) {
    int all = (int) ChronoUnit.DAYS.between(setting.from(), setting.end());
    length = Math.max(1, Math.min(days, all - 1));
    first = setting.from().plusDays(random.nextInt(Math.max(1, all - length)));
    return this;
  }

  /** A working time at that share of the days that the instance lasts. */
  long time(double share) {
    int day = (int) Math.min(length - 1, Math.max(0, Math.floor(share * length)));
    return Season.workingTime(first.plusDays(day), random);
  }

  /** Any working time of the instance. */
  long anyTime() {
    return time(random.nextDouble());
  }

  /** A working time of the last days of a month, or of the whole where no month ends. */
  long lastDays() {
    LocalDate last = setting.from().withDayOfMonth(setting.from().lengthOfMonth());
    List<LocalDate> ends = new ArrayList<>();
    while (last.isBefore(setting.end())) {
      ends.add(last);
      LocalDate next = last.plusDays(1);
      last = next.withDayOfMonth(next.lengthOfMonth());
    }
    LocalDate end = ends.isEmpty() ? setting.end().minusDays(1) : ends.get(ends.size() - 1);
    return Season.workingTime(end.minusDays(random.nextInt(3)), random);
  }

  /** As long after a time as that share of all the days it lasts. */
  long after(long time, double share) {
    return time + 3_600_000L + (long) (share * length * 86_400_000L);
  }

  void file(long time, Station station, Tempo tempo, Visit.@Nullable Filed told, Bring bring) {
    SplittableRandom own = random.split();
    instance.uses(station);
    at(time, (now, stage) -> begin(now, stage, station, tempo, told, own, bring));
  }

  private long begin(
      long now,
      Stage stage,
      Station station,
      Tempo tempo,
      Visit.@Nullable Filed told,
      SplittableRandom own,
      Bring bring) {
    List<Dossier> dossiers = bring.bring(own);
    if (!dossiers.isEmpty()) {
      stage.later(now + 1, new Visit(station, dossiers, tempo, true, own, tells(told)));
    }
    return Happening.OVER;
  }

  /** Registers the account of a station. */
  void register(Station station, long time) {
    String session = "s-" + Codes.hex(16, random);
    at(
        time,
        (now, stage) -> {
          stage.act(now, "patent-filing", station, Act.of("register", session));
          return Happening.OVER;
        });
  }

  Visit.Filed tells(Visit.@Nullable Filed told) {
    return (number, time, dossier, stage) -> {
      instance.filed(number, time, dossier, stage);
      if (told != null) {
        told.filed(number, time, dossier, stage);
      }
    };
  }

  void at(long time, Happening happening) {
    setting.agenda().at(Math.max(setting.begin(), time), happening);
  }

  /** Files something of which is known what it is only when another was filed. */
  void fileLater(Stage stage, long time, Station station, Dossier dossier, SplittableRandom own) {
    stage.later(time, new Visit(station, List.of(dossier), Tempo.PATENT, true, own, instance));
  }

  void change(Stage stage, long time, Change change) {
    stage.later(
        time,
        (now, on) -> {
          instance.at(now);
          on.change(now, change);
          return Happening.OVER;
        });
  }

  /** A company with that many insured, founded so many days ago. */
  Applicant firm(int field, int insured, int daysOld) {
    Register register = parties().register(insured, field, daysOld, random);
    return parties().company(field, register, random);
  }

  /** A company such as files patents honestly. */
  Applicant ordinaryFirm(int field) {
    return firm(field, between(20, 300), between(700, 5_000));
  }

  List<Applicant> ordinaryFirms(int count) {
    List<Applicant> firms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      firms.add(ordinaryFirm(field()));
    }
    return firms;
  }

  Station station(Applicant applicant) {
    return parties().station(applicant, random);
  }

  /** An agency of its own that no honest client goes to. */
  Agency agency(boolean licensed) {
    LocalDate until =
        licensed ? setting.end().plusDays(900) : setting.from().minusDays(between(10, 400));
    return new Agency(
        number,
        Integer.toString(70_000 + number),
        parties().agencyName(random),
        parties().address(random),
        parties().contact(random),
        between(8, 20),
        false,
        setting.from().minusDays(between(900, 3_000)),
        until,
        Codes.social("91", 330_100, random));
  }

  Agent agent(Agency agency, int number) {
    return world.agent(agency, number);
  }

  Station desk(Agency agency, int number) {
    return world.agentStation(agency, number);
  }

  List<Person> team(Applicant applicant, SplittableRandom own) {
    List<Person> team = new ArrayList<>();
    int size = 1 + own.nextInt(4);
    int at = own.nextInt(10);
    for (int i = 0; i < size; i++) {
      team.add(world.staff(applicant, at + i));
    }
    return team;
  }

  Dossier patent(Applicant applicant, PatentWork work, SplittableRandom own) {
    return Dossiers.of(applicant, team(applicant, own), applicant.contact(), work, own);
  }
}
