package io.zhidun.simulator.market.stream;

import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Agent;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.Station;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One session on a filing system: sign-in, then one application after the other, then payment. */
public final class Visit implements Happening {
  /** Told the number of each filing. */
  @FunctionalInterface
  public interface Filed {
    void filed(String number, long time, Dossier dossier, Stage stage);
  }

  private enum Step {
    ARRIVE,
    SIGN_IN,
    OPEN,
    UPLOAD,
    SIGN,
    SUBMIT,
    CONFIRM,
    PAY
  }

  private final Station station;
  private final Deque<Dossier> left;
  private final Tempo tempo;
  private final boolean detailed;
  private final SplittableRandom random;
  private final Filed filed;
  private final String session;
  private Step step = Step.ARRIVE;
  private @Nullable Station signer;
  private long opened;
  private long formEnds;
  private long signed;
  private String number = "";

  /**
   * @param detailed whether each step is written, or only sign-in and submission
   */
  public Visit(
      Station station,
      List<Dossier> dossiers,
      Tempo tempo,
      boolean detailed,
      SplittableRandom random,
      Filed filed) {
    if (dossiers.isEmpty()) {
      throw new IllegalArgumentException("a visit needs a dossier");
    }
    this.station = station;
    this.left = new ArrayDeque<>(dossiers);
    this.tempo = tempo;
    this.detailed = detailed;
    this.random = random;
    this.filed = filed;
    this.session = "s-" + Codes.hex(16, random);
  }

  /** Whoever signs does it at another device than the one that submits. */
  public Visit signedAt(Station other) {
    signer = other;
    return this;
  }

  @Override
  public long happen(long now, Stage stage) {
    return switch (step) {
      case ARRIVE -> arrive(now, stage);
      case SIGN_IN -> signIn(now, stage);
      case OPEN -> open(now, stage);
      case UPLOAD -> upload(now, stage);
      case SIGN -> sign(now, stage);
      case SUBMIT -> submit(now, stage);
      case CONFIRM -> confirm(now, stage);
      case PAY -> pay(now, stage);
    };
  }

  private Dossier current() {
    return left.element();
  }

  private String system() {
    return current().work().kind() == Kind.TRADEMARK ? "trademark-filing" : "patent-filing";
  }

  private long arrive(long now, Stage stage) {
    for (Dossier dossier : left) {
      for (Applicant applicant : dossier.applicants()) {
        stage.introduce(now, applicant);
      }
      Agency agency = dossier.agency();
      if (agency != null) {
        stage.introduce(now, agency);
      }
    }
    step = Step.SIGN_IN;
    return now + 500 + random.nextInt(900);
  }

  private long signIn(long now, Stage stage) {
    boolean mistyped = random.nextInt(25) == 0;
    Act act = Act.of("sign-in", session);
    stage.act(now, system(), station, mistyped ? act.refused() : act);
    if (mistyped) {
      return now + 4_000 + random.nextInt(20_000);
    }
    step = Step.OPEN;
    return now + Math.min(90_000, 200 + tempo.rest(random));
  }

  private long open(long now, Stage stage) {
    opened = now;
    formEnds = now + tempo.form(random);
    if (detailed) {
      stage.act(now, system(), station, Act.of("open-form", session));
    }
    step = detailed ? Step.UPLOAD : Step.SUBMIT;
    signed = formEnds - (formEnds - now) / 10;
    return detailed ? now + 1 + (formEnds - now) * 7 / 10 : formEnds;
  }

  private long upload(long now, Stage stage) {
    stage.act(
        now,
        system(),
        station,
        new Act("upload", session, null, null, null, current().attachment(), -1, true));
    boolean signs = station.certificate() != null;
    step = signs ? Step.SIGN : Step.SUBMIT;
    return signs ? Math.max(now + 1, signed) : Math.max(now + 1, formEnds);
  }

  private long sign(long now, Stage stage) {
    signed = now;
    stage.act(
        now,
        system(),
        signer == null ? station : signer,
        new Act("sign", session, agentNumber(), agencyCode(), null, null, -1, true));
    step = Step.SUBMIT;
    return Math.max(now + 1, formEnds);
  }

  private long submit(long now, Stage stage) {
    number = stage.file(now, current(), station, session, opened, signed);
    filed.filed(number, now, current(), stage);
    step = Step.CONFIRM;
    return now + 15 + random.nextInt(300);
  }

  private long confirm(long now, Stage stage) {
    stage.act(
        now,
        system(),
        station,
        new Act(
            "submit",
            session,
            agentNumber(),
            agencyCode(),
            number,
            current().attachment(),
            (now - opened) / 100,
            true));
    if (left.size() == 1) {
      step = Step.PAY;
      return detailed ? now + 3_000 + random.nextInt(240_000) : OVER;
    }
    left.remove();
    step = Step.OPEN;
    return now + 1 + tempo.rest(random);
  }

  private long pay(long now, Stage stage) {
    stage.act(now, system(), station, new Act("pay", session, null, null, number, null, -1, true));
    return OVER;
  }

  private @Nullable String agentNumber() {
    Agent agent = current().agent();
    return agent == null ? null : agent.number();
  }

  private @Nullable String agencyCode() {
    Agency agency = current().agency();
    return agency == null ? null : agency.code();
  }
}
