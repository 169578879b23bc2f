package io.zhidun.simulator.market.stream;

import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Agent;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Contact;
import io.zhidun.simulator.market.world.Person;
import io.zhidun.simulator.market.world.ProtectedMark;
import io.zhidun.simulator.market.world.Register;
import io.zhidun.simulator.market.world.Station;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where happenings write their lines, give numbers and set up what comes later. */
public final class Stage {
  /** China's standard time, by which the legal date of a filing goes. */
  public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private final LineSink sink;
  private final Agenda agenda;
  private final Numbering numbering;
  private final Json json = new Json();
  private final Set<String> known = new HashSet<>();

  public Stage(LineSink sink, Agenda agenda, Numbering numbering) {
    this.sink = sink;
    this.agenda = agenda;
    this.numbering = numbering;
  }

  public void later(long time, Happening happening) {
    agenda.at(time, happening);
  }

  public String number(Kind kind, long now) {
    return numbering.next(kind, day(now).getYear());
  }

  public static LocalDate day(long now) {
    return LocalDate.ofEpochDay(Math.floorDiv(now + 8 * 3_600_000L, 86_400_000L));
  }

  /**
   * The register's entry, before the first use only.
   *
   * @return whether it was the first use
   */
  public boolean introduce(long now, Applicant applicant) {
    Register register = applicant.register();
    String code = applicant.code();
    if (register == null || code == null || !known.add(code)) {
      return false;
    }
    organisation(now, applicant, code, register);
    return true;
  }

  private void organisation(long now, Applicant applicant, String code, Register register) {
    json.begin().put("entity", "organisation").put("code", code).put("name", applicant.name());
    json.put("time", Instant.ofEpochMilli(now).toString());
    if (register.insured() >= 0) {
      json.put("insuredHeadcount", register.insured());
    }
    json.put("registeredCapital", register.capital());
    json.put("foundedOn", register.founded().toString());
    json.put("industryCode", register.industry());
    json.open("legalRepresentative").put("name", register.representative().name());
    json.put("idNumber", register.representative().idNumber()).close();
    json.list("relatedParties", register.related()).put("kind", applicant.kind());
    sink.line(now, "organisation/" + code, json.end());
  }

  /** The register's entry, before the first use only. */
  public void introduce(long now, Agency agency) {
    if (!known.add(agency.code())) {
      return;
    }
    json.begin().put("entity", "agency").put("code", agency.code()).put("name", agency.name());
    json.put("time", Instant.ofEpochMilli(now).toString());
    json.put("licensedFrom", agency.licensedFrom().toString());
    json.put("licensedUntil", agency.licensedUntil().toString());
    json.list("relatedParties", List.of(agency.socialCode()));
    sink.line(now, "agency/" + agency.code(), json.end());
  }

  public void introduce(long now, ProtectedMark mark) {
    json.begin().put("entity", "protected-mark").put("code", mark.id()).put("name", mark.name());
    json.put("time", Instant.ofEpochMilli(now).toString());
    json.put("owner", mark.owner()).put("ownerCode", mark.ownerCode());
    json.numbers("niceClasses", mark.classes()).put("fame", mark.fame());
    json.list("aliases", mark.aliases());
    sink.line(now, "protected-mark/" + mark.id(), json.end());
  }

  public void act(long now, String system, Station station, Act act) {
    String time = Instant.ofEpochMilli(now).toString();
    json.begin().put("action", act.name()).put("time", time).put("system", system);
    json.put("accountId", station.account()).put("sessionId", act.session());
    json.put("clientId", station.client()).put("deviceFingerprint", station.device());
    json.put("ip", station.ip()).put("certSerial", station.certificate());
    json.put("phone", act.name().equals("register") ? station.phone() : null);
    json.put("agentNumber", act.agentNumber()).put("agencyCode", act.agencyCode());
    json.put("applicationNumber", act.applicationNumber());
    json.put("outcome", act.succeeded() ? "success" : "failure");
    if (act.formTenths() >= 0) {
      json.tenths("formSeconds", act.formTenths());
    }
    if (act.upload() != null) {
      json.list("uploadSha256", List.of(act.upload()));
    }
    String number = act.applicationNumber();
    sink.line(
        now,
        station.account() + '/' + act.name() + '/' + time + (number == null ? "" : "/" + number),
        json.end());
  }

  public void change(long now, Change change) {
    String time = Instant.ofEpochMilli(now).toString();
    json.begin().put("change", change.name()).put("applicationNumber", change.number());
    json.put("time", time);
    parties("from", change.from());
    parties("to", change.to());
    persons(change.inventors());
    json.put("target", change.target()).put("reason", change.reason());
    sink.line(now, change.number() + '/' + change.name() + '/' + time, json.end());
  }

  /** Files the application and returns its number. */
  public String file(
      long now, Dossier dossier, Station station, String session, long opened, long signed) {
    String given = dossier.relations().number();
    String number = given == null ? number(dossier.work().kind(), now) : given;
    json.begin().put("applicationNumber", number).put("applType", dossier.work().kind().wire());
    json.put("filingDate", day(now).toString());
    json.put("submittedAt", Instant.ofEpochMilli(now).toString());
    dossier.work().write(json);
    parties("applicants", dossier.applicants());
    persons(dossier.inventors());
    contact(dossier.contact());
    agency(dossier.agency(), dossier.agent());
    relations(dossier.relations());
    telemetry(station, session, opened, signed);
    json.list("uploadSha256", List.of(dossier.attachment()));
    sink.line(now, number, json.end());
    return number;
  }

  private void parties(String name, List<Applicant> parties) {
    if (parties.isEmpty()) {
      return;
    }
    json.openList(name);
    for (Applicant party : parties) {
      json.openItem().put("name", party.name()).put("code", party.code());
      json.put("idNumber", party.idNumber()).put("kind", party.kind()).put("country", "CN");
      json.open("address").put("text", party.address().text());
      json.put("postCode", party.address().postCode()).close().close();
    }
    json.closeList();
  }

  private void persons(List<Person> persons) {
    if (persons.isEmpty()) {
      return;
    }
    json.openList("inventors");
    for (Person person : persons) {
      json.openItem().put("name", person.name()).put("idNumber", person.idNumber());
      json.put("country", "CN").close();
    }
    json.closeList();
  }

  private void contact(Contact contact) {
    json.open("contact").put("name", contact.name()).put("phone", contact.phone());
    json.put("email", contact.email()).close();
  }

  private void agency(@Nullable Agency agency, @Nullable Agent agent) {
    if (agency != null) {
      json.open("agency").put("code", agency.code()).put("name", agency.name()).close();
    }
    if (agent != null) {
      json.openList("agents").openItem().put("name", agent.name());
      json.put("number", agent.number()).close().closeList();
    }
  }

  private void relations(Relations relations) {
    json.put("parentApplication", relations.parent()).put("declaredPair", relations.pair());
    json.put("pctNumber", relations.pct());
    if (relations.priority() != null) {
      json.openList("priorities").openItem().put("number", relations.priority());
      json.put("date", relations.priorityDate());
      json.put("country", relations.priorityCountry()).close().closeList();
    }
  }

  private void telemetry(Station station, String session, long opened, long signed) {
    json.put("accountId", station.account()).put("sessionId", session);
    json.put("clientId", station.client()).put("deviceFingerprint", station.device());
    json.put("ip", station.ip()).put("certSerial", station.certificate());
    json.put("payerAccount", station.payer()).put("invoiceTitle", station.invoiceTitle());
    json.put("formOpenedAt", Instant.ofEpochMilli(opened).toString());
    json.put("signTime", Instant.ofEpochMilli(signed).toString());
  }
}
