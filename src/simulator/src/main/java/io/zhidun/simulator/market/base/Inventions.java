package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.base.Memory.Past;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Kind;
import io.zhidun.simulator.market.stream.PatentWork;
import io.zhidun.simulator.market.stream.Relations;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.text.Edits;
import io.zhidun.simulator.market.text.PatentGrammar;
import io.zhidun.simulator.market.text.Recipe;
import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.Contact;
import io.zhidun.simulator.market.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What honest applicants have to file: single inventions, series, pairs, divisionals, families. */
final class Inventions {
  private final World world;
  private final Memory memory;

  Inventions(World world, Memory memory) {
    this.world = world;
    this.memory = memory;
  }

  /** What the client brings this time; most bring one. */
  List<Dossier> brought(Client client, Desk desk, long now, Stage stage, SplittableRandom random) {
    int count = 1;
    // Only who has people for it brings many at once.
    int fifths = client.staff() < 10 ? 1 : 2;
    while (count < 10 && client.staff() > 0 && random.nextInt(5) < fifths) {
      count++;
    }
    boolean series = count >= 3 && random.nextInt(3) == 0;
    Recipe first = recipe(client, desk, random);
    Dossier frame = dossier(client, desk, PatentWork.of(kind(random), first, List.of()), random);
    List<Dossier> dossiers = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      if (series) {
        dossiers.add(with(frame, inSeries(kind(random), first, i, random), random));
      } else {
        Recipe recipe = i == 0 ? first : recipe(client, desk, random);
        single(client, frame, recipe, dossiers, now, stage, random);
      }
    }
    return dossiers;
  }

  private Recipe recipe(Client client, Desk desk, SplittableRandom random) {
    Agency agency = desk.agency();
    int house = agency == null ? client.applicant().key().hashCode() : agency.index();
    return Recipe.random(client.field(), house, random);
  }

  private Dossier dossier(Client client, Desk desk, PatentWork work, SplittableRandom random) {
    Agency agency = desk.agency();
    Contact contact =
        agency != null && desk.contact() ? agency.contact() : client.applicant().contact();
    return new Dossier(
        work,
        List.of(client.applicant()),
        client.team(world, random),
        contact,
        agency,
        desk.agent(),
        Relations.NONE,
        Codes.hex(64, random));
  }

  private static Dossier with(Dossier frame, PatentWork work, SplittableRandom random) {
    return new Dossier(
        work,
        frame.applicants(),
        frame.inventors(),
        frame.contact(),
        frame.agency(),
        frame.agent(),
        Relations.NONE,
        Codes.hex(64, random));
  }

  private static Kind kind(SplittableRandom random) {
    int chance = random.nextInt(1_000);
    if (chance < 36) {
      return chance < 32 ? Kind.PCT_INVENTION : Kind.PCT_UTILITY_MODEL;
    }
    return chance < 376 ? Kind.INVENTION : Kind.UTILITY_MODEL;
  }

  private static List<String> drawings(SplittableRandom random) {
    int count = 1 + random.nextInt(4);
    List<String> drawings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      drawings.add(Codes.hex(64, random));
    }
    return drawings;
  }

  /** Of a series: the same things told otherwise, or an improved variant that keeps much text. */
  private static PatentWork inSeries(Kind kind, Recipe first, int index, SplittableRandom random) {
    List<String> drawings = drawings(random);
    if (index == 0) {
      return PatentWork.of(kind, first, drawings);
    }
    if (random.nextInt(3) != 0) {
      return PatentWork.of(kind, first.told(random.nextLong()), drawings);
    }
    Recipe improved = first.told(random.nextLong());
    long seed = random.nextLong();
    return new PatentWork(
        kind,
        first.field(),
        () ->
            Edits.spliced(
                List.of(PatentGrammar.write(first), PatentGrammar.write(improved)),
                PatentGrammar.title(first.field(), seed),
                seed),
        drawings,
        first.topic());
  }

  private void single(
      Client client,
      Dossier frame,
      Recipe recipe,
      List<Dossier> dossiers,
      long now,
      Stage stage,
      SplittableRandom random) {
    Kind kind = kind(random);
    Dossier plain = with(frame, PatentWork.of(kind, recipe, drawings(random)), random);
    int chance = random.nextInt(100);
    if (kind == Kind.PCT_INVENTION || kind == Kind.PCT_UTILITY_MODEL) {
      String pct = "PCT/CN2025/" + (100_000 + random.nextInt(60_000));
      dossiers.add(plain.related(Relations.national(pct, "2025-05-06", "CN")));
    } else if (kind == Kind.INVENTION && chance < 9) {
      pair(plain, recipe, dossiers, now, stage, random);
    } else if (chance < 13) {
      String prior = "US63" + (100_000 + random.nextInt(800_000));
      dossiers.add(plain.related(Relations.priority(prior, "2026-02-03", "US")));
    } else if (kind == Kind.INVENTION && client.company() >= 0) {
      String number = stage.number(kind, now);
      memory.add(new Past(number, now, client.company(), recipe));
      dossiers.add(plain.related(Relations.numbered(number)));
    } else {
      dossiers.add(plain);
    }
  }

  /** Invention and utility model of one day, each declaring the other. */
  private static void pair(
      Dossier plain,
      Recipe recipe,
      List<Dossier> dossiers,
      long now,
      Stage stage,
      SplittableRandom random) {
    String invention = stage.number(Kind.INVENTION, now);
    String model = stage.number(Kind.UTILITY_MODEL, now);
    Recipe worded = random.nextBoolean() ? recipe : recipe.worded(random.nextLong());
    List<String> drawings = ((PatentWork) plain.work()).drawings();
    PatentWork second = PatentWork.of(Kind.UTILITY_MODEL, worded, drawings);
    dossiers.add(plain.related(Relations.pair(invention, model)));
    dossiers.add(with(plain, second, random).related(Relations.pair(model, invention)));
  }

  /** A divisional of an earlier filing, or a later one that claims its priority. */
  Dossier sequel(Past past, Client client, Desk desk, SplittableRandom random) {
    boolean divisional = random.nextBoolean();
    Recipe recipe = divisional ? past.recipe() : past.recipe().worded(random.nextLong());
    Dossier dossier =
        dossier(client, desk, PatentWork.of(Kind.INVENTION, recipe, drawings(random)), random);
    return dossier.related(
        divisional
            ? Relations.divisional(past.number())
            : Relations.priority(past.number(), Stage.day(past.time()).toString(), "CN"));
  }
}
