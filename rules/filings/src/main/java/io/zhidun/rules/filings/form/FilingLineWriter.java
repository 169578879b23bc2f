package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.Address;
import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.Agent;
import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingAction;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.Invention;
import io.zhidun.rules.filings.record.Licence;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Organisation;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.Person;
import io.zhidun.rules.filings.record.ProtectedMark;
import io.zhidun.rules.filings.record.Telemetry;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a record as one line of our NDJSON, such that {@link FilingLines} reads the equal record
 * from it. Personal identifiers stand there as hash and masked form. Safe for several threads.
 */
public final class FilingLineWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final boolean texts;

  private FilingLineWriter(boolean texts) {
    this.texts = texts;
  }

  /** Writes everything. */
  public static FilingLineWriter whole() {
    return new FilingLineWriter(true);
  }

  /** Leaves out abstract, claims and description: what a state keeps of a filing. */
  public static FilingLineWriter withoutTexts() {
    return new FilingLineWriter(false);
  }

  /** One JSON object in UTF-8, without a line feed. */
  public byte[] write(FilingRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      if (record instanceof Filing filing) {
        filing(filing, json);
      } else if (record instanceof FilingChange change) {
        change(change, json);
      } else if (record instanceof FilingAction action) {
        action(action, json);
      } else if (record instanceof EntityRecord entity) {
        entity(entity, json);
      }
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private void filing(Filing it, JsonGenerator json) {
    text("applicationNumber", it.applicationNumber(), json);
    text("applType", it.kind().wire(), json);
    text("filingDate", it.filingDate(), json);
    text("submittedAt", it.time(), json);
    if (it.invention() != null) {
      invention(it.invention(), json);
    }
    if (it.mark() != null) {
      mark(it.mark(), json);
    }
    parties("applicants", it.applicants(), json);
    persons("inventors", it.inventors(), json);
    contact(it.contact(), json);
    agency(it.agency(), json);
    family(it.family(), json);
    telemetry(it.telemetry(), json);
  }

  private void invention(Invention it, JsonGenerator json) {
    filled("inventionTitle", it.title(), json);
    texts("ipcCodes", it.ipcCodes(), json);
    if (texts) {
      filled("abstract", it.abstractText(), json);
      texts("claims", it.claims(), json);
      filled("description", it.description(), json);
    }
    texts("drawingSha256", it.drawings(), json);
  }

  private static void mark(Mark it, JsonGenerator json) {
    filled("markText", it.text(), json);
    filled("markCategory", it.category(), json);
    text("markImageSha256", it.imageHash(), json);
    numbers("niceClasses", it.niceClasses(), json);
    texts("similarGroups", it.similarGroups(), json);
    texts("goods", it.goods(), json);
  }

  private static void contact(@Nullable Contact it, JsonGenerator json) {
    if (it != null) {
      json.writeObjectPropertyStart("contact");
      text("name", it.name(), json);
      hashed("phone", it.phone(), json);
      hashed("email", it.email(), json);
      json.writeEndObject();
    }
  }

  private static void agency(@Nullable Agency it, JsonGenerator json) {
    if (it == null) {
      return;
    }
    json.writeObjectPropertyStart("agency");
    text("code", it.code(), json);
    text("name", it.name(), json);
    json.writeEndObject();
    if (!it.agents().isEmpty()) {
      json.writeArrayPropertyStart("agents");
      for (Agent agent : it.agents()) {
        json.writeStartObject();
        text("name", agent.name(), json);
        text("number", agent.number(), json);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void family(Family it, JsonGenerator json) {
    texts("priorities", it.priorities(), json);
    text("parentApplication", it.parent(), json);
    text("declaredPair", it.declaredPair(), json);
    text("pctNumber", it.pctNumber(), json);
  }

  private static void telemetry(Telemetry it, JsonGenerator json) {
    text("accountId", it.account(), json);
    text("sessionId", it.session(), json);
    text("clientId", it.client(), json);
    text("deviceFingerprint", it.device(), json);
    text("ip", it.address(), json);
    text("certSerial", it.certificate(), json);
    hashed("payer", it.payer(), json);
    text("invoiceTitle", it.invoiceTitle(), json);
    text("formOpenedAt", it.formOpened(), json);
    text("signTime", it.signed(), json);
    texts("uploadSha256", it.uploads(), json);
  }

  private static void change(FilingChange it, JsonGenerator json) {
    text("change", it.kind().wire(), json);
    text("applicationNumber", it.applicationNumber(), json);
    text("time", it.time(), json);
    parties("from", it.from(), json);
    parties("to", it.to(), json);
    persons("inventors", it.inventors(), json);
    text("target", it.target(), json);
    text("reason", it.reason(), json);
  }

  private static void action(FilingAction it, JsonGenerator json) {
    text("action", it.kind().wire(), json);
    text("time", it.time(), json);
    filled("system", it.system(), json);
    text("accountId", it.account(), json);
    text("sessionId", it.session(), json);
    text("clientId", it.client(), json);
    text("deviceFingerprint", it.device(), json);
    text("ip", it.address(), json);
    text("certSerial", it.certificate(), json);
    hashed("phone", it.phone(), json);
    text("agentNumber", it.agent(), json);
    text("agencyCode", it.agency(), json);
    text("applicationNumber", it.applicationNumber(), json);
    text("outcome", it.succeeded() ? "success" : "failure", json);
    if (!Double.isNaN(it.formSeconds())) {
      json.writeNumberProperty("formSeconds", it.formSeconds());
    }
    texts("uploadSha256", it.uploads(), json);
  }

  private static void entity(EntityRecord it, JsonGenerator json) {
    text("entity", it.kind().wire(), json);
    text("code", it.code(), json);
    text("name", it.name(), json);
    text("time", it.time(), json);
    if (it.organisation() != null) {
      organisation(it.organisation(), json);
    }
    if (it.licence() != null) {
      Licence licence = it.licence();
      text("licensedFrom", licence.from(), json);
      text("licensedUntil", licence.until(), json);
      texts("relatedParties", licence.relatedParties(), json);
    }
    if (it.protectedMark() != null) {
      ProtectedMark mark = it.protectedMark();
      text("owner", mark.owner(), json);
      text("ownerCode", mark.ownerKey().equals(mark.owner()) ? null : mark.ownerKey(), json);
      numbers("niceClasses", mark.niceClasses(), json);
      text("fame", mark.fame().wire(), json);
      texts("aliases", mark.aliases(), json);
    }
  }

  private static void organisation(Organisation it, JsonGenerator json) {
    text("kind", it.kind().wire(), json);
    if (it.insuredHeadcount() >= 0) {
      json.writeNumberProperty("insuredHeadcount", it.insuredHeadcount());
    }
    if (it.registeredCapital() >= 0) {
      json.writeNumberProperty("registeredCapital", it.registeredCapital());
    }
    text("foundedOn", it.foundedOn(), json);
    text("industryCode", it.industry(), json);
    if (it.legalRepresentative() != null) {
      json.writeName("legalRepresentative");
      person(it.legalRepresentative(), json);
    }
    texts("relatedParties", it.relatedParties(), json);
  }

  private static void parties(String name, List<Party> parties, JsonGenerator json) {
    if (parties.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(name);
    for (Party party : parties) {
      json.writeStartObject();
      text("name", party.name(), json);
      text("kind", party.kind().wire(), json);
      text("code", party.code(), json);
      hashed("identity", party.identity(), json);
      text("country", party.country(), json);
      address(party.address(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void address(@Nullable Address it, JsonGenerator json) {
    if (it != null) {
      json.writeObjectPropertyStart("address");
      filled("text", it.text(), json);
      text("province", it.province(), json);
      text("city", it.city(), json);
      text("county", it.county(), json);
      text("building", it.building(), json);
      text("room", it.room(), json);
      text("postCode", it.postCode(), json);
      json.writeBooleanProperty("split", true);
      json.writeEndObject();
    }
  }

  private static void persons(String name, List<Person> persons, JsonGenerator json) {
    if (!persons.isEmpty()) {
      json.writeArrayPropertyStart(name);
      persons.forEach(person -> person(person, json));
      json.writeEndArray();
    }
  }

  private static void person(Person it, JsonGenerator json) {
    json.writeStartObject();
    text("name", it.name(), json);
    hashed("identity", it.identity(), json);
    text("country", it.country(), json);
    json.writeEndObject();
  }

  private static void hashed(String name, @Nullable Hashed it, JsonGenerator json) {
    if (it != null) {
      json.writeObjectPropertyStart(name);
      text("hash", it.hash(), json);
      text("masked", it.masked(), json);
      json.writeEndObject();
    }
  }

  /** Leaves out what is unknown. */
  private static void text(String name, @Nullable Object value, JsonGenerator json) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }

  /** Leaves out what is empty. */
  private static void filled(String name, String value, JsonGenerator json) {
    if (!value.isEmpty()) {
      json.writeStringProperty(name, value);
    }
  }

  private static void texts(String name, List<String> values, JsonGenerator json) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private static void numbers(String name, List<Integer> values, JsonGenerator json) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeNumber);
      json.writeEndArray();
    }
  }
}
