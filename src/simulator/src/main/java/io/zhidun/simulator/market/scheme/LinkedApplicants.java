package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.PatentWork;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.text.PatentGrammar;
import io.zhidun.simulator.market.text.Recipe;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.Contact;
import io.zhidun.simulator.market.world.Register;
import io.zhidun.simulator.market.world.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** P6 and T10: many applicants behind whom stands one hand. */
final class LinkedApplicants {
  private LinkedApplicants() {}

  /**
   * What the applicants share.
   *
   * @param template text that all vary, or null where each files its own
   * @param edits share of the characters that are changed
   */
  private record Hand(
      List<Contact> contacts,
      List<String> payers,
      String device,
      String ip,
      @Nullable Recipe template,
      double edits) {}

  /** Twenty to sixty companies in four provinces, three phones, two payers, one device. */
  static void dispersed(Play play) {
    play.lasting(play.between(10, 45));
    boolean varied = play.random.nextBoolean();
    Recipe template = varied ? Recipe.random(play.field(), 5, play.random) : null;
    int companies = play.between(20, 60);
    dispersed(play, hand(play, template), companies, number -> play.anyTime(), 0);
  }

  /** Fifty companies within minutes of a time, near-duplicates, all at one device: for the demo. */
  static void compressed(Play play, long begin) {
    Recipe template = Recipe.random(play.field(), 5, play.random);
    dispersed(play, hand(play, template), 50, number -> begin + number * 4_000L, 1);
  }

  private static Hand hand(Play play, @Nullable Recipe template) {
    List<Contact> contacts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      contacts.add(play.parties().contact(play.random));
    }
    List<String> payers =
        List.of("62" + play.between(100_000_000, 900_000_000), "62" + play.between(1, 99_999_999));
    return new Hand(
        contacts,
        payers,
        "fp-" + Codes.hex(20, play.random),
        Codes.ipv6(play.random),
        template,
        0.05 + 0.15 * play.random.nextDouble());
  }

  /**
   * @param time when the n-th company files
   * @param most filings of a company, or 0 for one to three
   */
  private static void dispersed(
      Play play, Hand hand, int companies, IntToLongFunction time, int most) {
    play.instance.grouped().also("P5");
    if (hand.template != null) {
      play.instance.also("P1");
    }
    int province = play.between(0, 60);
    for (int i = 0; i < companies; i++) {
      int field = hand.template == null ? play.field() : hand.template.field();
      Register register =
          play.parties().register(play.between(0, 4), field, play.between(20, 400), play.random);
      Applicant applicant =
          play.parties()
              .companyIn(province + i % 4, field, register, play.random)
              .withContact(hand.contacts.get(i % 3));
      play.instance.applicant(applicant);
      Station station =
          play.station(applicant)
              .on(hand.device, hand.ip)
              .paidBy(hand.payers.get(i % 2), applicant.name());
      long begins = time.applyAsLong(i);
      int filings = most == 0 ? play.between(1, 3) : most;
      play.register(station, begins - (most == 0 ? 3_600_000 : 2_000));
      play.file(
          begins,
          station,
          most == 0 ? Tempo.AGENT : Tempo.QUICK,
          null,
          own -> filings(play, applicant, hand, filings, own));
    }
  }

  private static List<Dossier> filings(
      Play play, Applicant applicant, Hand hand, int count, SplittableRandom own) {
    List<Dossier> dossiers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      dossiers.add(play.patent(applicant, work(hand, own), own));
    }
    return dossiers;
  }

  private static PatentWork work(Hand hand, SplittableRandom own) {
    Recipe template = hand.template;
    long seed = own.nextLong();
    if (template != null) {
      return Dossiers.work(
          template.field(), own, () -> CopiedTexts.copy(template, hand.edits, seed));
    }
    Recipe recipe = Recipe.random((int) Math.floorMod(seed, 40L), 5, own);
    return Dossiers.work(recipe.field(), own, () -> PatentGrammar.write(recipe));
  }

  /** New companies without employees, each owner of one or two marks, one hand behind them. */
  static void shells(Play play) {
    play.lasting(play.between(10, 40));
    play.instance.grouped();
    Contact contact = play.parties().contact(play.random);
    String device = "fp-" + Codes.hex(20, play.random);
    String ip = Codes.ipv6(play.random);
    String payer = "62" + play.between(100_000_000, 900_000_000);
    int companies = play.between(25, 60);
    for (int i = 0; i < companies; i++) {
      Register register =
          play.parties().register(0, play.field(), play.between(5, 60), play.random);
      Applicant shell = play.parties().shop(register, play.random).withContact(contact);
      play.instance.applicant(shell);
      Station station = play.station(shell).on(device, ip).paidBy(payer, contact.name());
      int marks = play.between(1, 2);
      play.file(play.anyTime(), station, Tempo.AGENT, null, own -> marks(play, shell, marks, own));
    }
  }

  private static List<Dossier> marks(Play play, Applicant shell, int count, SplittableRandom own) {
    List<Dossier> dossiers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      dossiers.add(Dossiers.mark(shell, play.words.brand(own), 1 + own.nextInt(45), own));
    }
    return dossiers;
  }
}
