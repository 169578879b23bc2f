package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.base.Memory.Past;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.PatentWork;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.text.Edits;
import io.zhidun.simulator.market.text.PatentGrammar;
import io.zhidun.simulator.market.text.PatentText;
import io.zhidun.simulator.market.text.Recipe;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * P1 and P2: one text filed often, texts put together of others, templates, copies of others'
 * texts.
 */
final class CopiedTexts {
  private CopiedTexts() {}

  /** One text under new titles by several applicants who have nothing else in common. */
  static void retitled(Play play) {
    duplicates(play, 0, 0);
  }

  /** The same with 5 to 25 % of the characters changed. */
  static void edited(Play play) {
    duplicates(play, 0.05, 0.25);
  }

  private static void duplicates(Play play, double least, double most) {
    play.lasting(play.between(6, 45));
    int field = play.field();
    Recipe recipe = Recipe.random(field, play.between(0, 40), play.random);
    double share = most == 0 ? 0 : least + (most - least) * play.random.nextDouble();
    for (Applicant applicant : play.ordinaryFirms(play.between(3, 12))) {
      play.instance.applicant(applicant);
      int copies = play.between(1, 3);
      play.file(
          play.anyTime(),
          play.station(applicant),
          Tempo.PATENT,
          null,
          own -> copies(play, applicant, recipe, share, copies, own));
    }
  }

  private static List<Dossier> copies(
      Play play,
      Applicant applicant,
      Recipe recipe,
      double share,
      int count,
      SplittableRandom own) {
    List<Dossier> dossiers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long seed = own.nextLong();
      dossiers.add(
          play.patent(
              applicant, Dossiers.work(recipe.field(), own, () -> copy(recipe, share, seed)), own));
    }
    return dossiers;
  }

  /** The text with a new title and that share of its characters changed. */
  static PatentText copy(Recipe recipe, double share, long seed) {
    PatentText text = PatentGrammar.write(recipe);
    PatentText changed = share == 0 ? text : Edits.changed(text, share, recipe.field(), seed);
    return changed.titled(PatentGrammar.title(recipe.field(), seed));
  }

  /** Texts of sentences that all stand in earlier filings of the same hand. */
  static void spliced(Play play) {
    play.lasting(play.between(20, 60));
    int field = play.field();
    Applicant applicant = author(play, field, weak(play));
    play.instance.applicant(applicant).also("P2");
    Station station = play.station(applicant);
    List<Recipe> sources = new ArrayList<>();
    int many = play.between(6, 10);
    for (int i = 0; i < many; i++) {
      Recipe source = Recipe.random(field, 3, play.random);
      sources.add(source);
      play.file(
          play.time(0.25 * play.random.nextDouble()),
          station,
          Tempo.PATENT,
          null,
          own -> List.of(play.patent(applicant, source(source, own), own)));
    }
    int made = play.between(8, 20);
    for (int i = 0; i < made; i++) {
      play.file(
          play.time(0.35 + 0.65 * play.random.nextDouble()),
          station,
          Tempo.PATENT,
          null,
          own -> List.of(play.patent(applicant, splice(sources, field, own), own)));
    }
  }

  /** Most who do so have nobody to invent; of the others the texts are the only sign. */
  private static boolean weak(Play play) {
    boolean weak = play.random.nextInt(10) < 7;
    if (weak) {
      play.instance.also("P5");
    } else {
      play.instance.hint();
    }
    return weak;
  }

  private static Applicant author(Play play, int field, boolean weak) {
    return weak
        ? play.firm(field, play.between(1, 5), play.between(100, 900))
        : play.ordinaryFirm(field);
  }

  private static PatentWork source(Recipe source, SplittableRandom own) {
    return Dossiers.work(source.field(), own, () -> PatentGrammar.write(source));
  }

  private static PatentWork splice(List<Recipe> sources, int field, SplittableRandom own) {
    long seed = own.nextLong();
    return Dossiers.work(
        field,
        own,
        () ->
            Edits.spliced(
                sources.stream().map(PatentGrammar::write).toList(),
                PatentGrammar.title(field, seed),
                seed));
  }

  /** A template whose nouns and numbers are replaced from filing to filing. */
  static void substituted(Play play) {
    play.lasting(play.between(15, 60));
    int field = play.field();
    Recipe template = Recipe.random(field, play.between(0, 40), play.random);
    boolean weak = weak(play);
    int authors = play.between(1, 3);
    for (int author = 0; author < authors; author++) {
      Applicant applicant = author(play, field, weak);
      play.instance.applicant(applicant).also("P1");
      Station station = play.station(applicant);
      int visits = play.between(4, 10);
      for (int i = 0; i < visits; i++) {
        play.file(
            play.anyTime(),
            station,
            Tempo.PATENT,
            null,
            own ->
                List.of(
                    filled(play, applicant, template, own),
                    filled(play, applicant, template, own)));
      }
    }
  }

  private static Dossier filled(
      Play play, Applicant applicant, Recipe template, SplittableRandom own) {
    Recipe other = template.about(own.nextLong());
    return play.patent(
        applicant, Dossiers.work(template.field(), own, () -> PatentGrammar.write(other)), own);
  }

  /** What others filed lately, under new titles and a little changed. */
  static void copiedFromOthers(Play play) {
    play.lasting(play.between(25, 60));
    Applicant applicant = play.ordinaryFirm(play.field());
    play.instance.applicant(applicant).also("P1");
    Station station = play.station(applicant);
    double share = 0.18 * play.random.nextDouble();
    int visits = play.between(7, 16);
    for (int i = 0; i < visits; i++) {
      play.file(
          play.time(0.3 + 0.7 * play.random.nextDouble()),
          station,
          Tempo.PATENT,
          null,
          own -> stolen(play, applicant, share, own));
    }
  }

  private static List<Dossier> stolen(
      Play play, Applicant applicant, double share, SplittableRandom own) {
    Past past = play.memory.any(own);
    if (past == null) {
      return List.of();
    }
    long seed = own.nextLong();
    Recipe recipe = past.recipe();
    return List.of(
        play.patent(
            applicant, Dossiers.work(recipe.field(), own, () -> copy(recipe, share, seed)), own));
  }
}
