package io.zhidun.rules.filings.ledger;

import io.zhidun.rules.filings.record.Address;
import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.Agent;
import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.EntityKind;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.Invention;
import io.zhidun.rules.filings.record.Licence;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Organisation;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.Person;
import io.zhidun.rules.filings.record.Telemetry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes filings for tests: what is not said is unknown. */
public final class Filed {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final String number;
  private FilingKind kind = FilingKind.INVENTION;
  private Instant time = at("2026-03-02");
  private String applicant = "无名";
  private PartyKind partyKind = PartyKind.COMPANY;
  private @Nullable Address address;
  private @Nullable String contactName;
  private @Nullable Hashed phone;
  private @Nullable Hashed email;
  private @Nullable Hashed payer;
  private @Nullable Agency agency;
  private @Nullable String device;
  private @Nullable String account;
  private @Nullable String source;
  private @Nullable String client;
  private @Nullable Instant formOpened;
  private Family family = Family.NONE;
  private List<String> ipc = List.of();
  private List<String> drawings = List.of();
  private List<String> uploads = List.of();
  private final List<Person> inventors = new ArrayList<>();

  private Filed(String number) {
    this.number = number;
  }

  public static Filed number(long number) {
    return new Filed(String.valueOf(2_026_100_000_000L + number));
  }

  /** The day's morning at ten o'clock, in Shanghai. */
  public static Instant at(String day) {
    return LocalDate.parse(day).atTime(10, 0).atZone(SHANGHAI).toInstant();
  }

  /** Ten o'clock so many days after the first of January 2026. */
  public static Instant day(int days) {
    return LocalDate.of(2026, 1, 1).plusDays(days).atTime(10, 0).atZone(SHANGHAI).toInstant();
  }

  public Filed by(String applicant) {
    this.applicant = applicant;
    return this;
  }

  public Filed by(String applicant, PartyKind kind) {
    this.partyKind = kind;
    return by(applicant);
  }

  public Filed on(Instant time) {
    this.time = time;
    return this;
  }

  public Filed kind(FilingKind kind) {
    this.kind = kind;
    return this;
  }

  public Filed from(String province, String building, @Nullable String room) {
    this.address =
        new Address(province + building, province, province + "市", null, building, room, null);
    return this;
  }

  public Filed at(Address address) {
    this.address = address;
    return this;
  }

  public Filed contact(String name) {
    this.contactName = name;
    return this;
  }

  public Filed phone(String phone) {
    this.phone = hashed(phone);
    return this;
  }

  /** Shown as the reader shows it: the domain whole. */
  public Filed email(String email) {
    int at = email.indexOf('@');
    this.email = new Hashed(hashed(email).hash(), email.charAt(0) + "*****" + email.substring(at));
    return this;
  }

  public Filed payer(String payer) {
    this.payer = hashed(payer);
    return this;
  }

  public Filed through(String agency, String... agents) {
    List<Agent> all = new ArrayList<>();
    for (String agent : agents) {
      all.add(new Agent("代理师" + agent, agent));
    }
    this.agency = new Agency("代理" + agency, agency, all);
    return this;
  }

  public Filed device(String device) {
    this.device = device;
    return this;
  }

  public Filed account(String account) {
    this.account = account;
    return this;
  }

  public Filed source(String address) {
    this.source = address;
    return this;
  }

  public Filed client(String client) {
    this.client = client;
    return this;
  }

  public Filed formOpened(Instant opened) {
    this.formOpened = opened;
    return this;
  }

  public Filed ipc(String... codes) {
    this.ipc = List.of(codes);
    return this;
  }

  public Filed drawings(String... hashes) {
    this.drawings = List.of(hashes);
    return this;
  }

  public Filed uploads(String... hashes) {
    this.uploads = List.of(hashes);
    return this;
  }

  public Filed family(Family family) {
    this.family = family;
    return this;
  }

  public Filed inventor(String name) {
    inventors.add(new Person(name, hashed(name), "CN"));
    return this;
  }

  public Filed inventorByName(String name) {
    inventors.add(new Person(name, null, "CN"));
    return this;
  }

  public Filing filing() {
    boolean patent = kind.isPatent();
    return new Filing(
        number,
        kind,
        time.atZone(SHANGHAI).toLocalDate(),
        time,
        List.of(party(applicant, partyKind, address)),
        inventors,
        contactName == null && phone == null && email == null
            ? null
            : new Contact(contactName, phone, email),
        agency,
        family,
        patent ? new Invention("一种装置", ipc, "", List.of(), "", drawings) : null,
        patent ? null : new Mark("某某", "word", null, List.of(9), List.of(), List.of()),
        new Telemetry(
            account, null, client, device, source, null, payer, null, formOpened, null, uploads));
  }

  public static Party party(String name, PartyKind kind, @Nullable Address address) {
    return new Party(name, kind, "code-" + name, null, "CN", address);
  }

  public static Party party(String name) {
    return party(name, PartyKind.COMPANY, null);
  }

  public static Hashed hashed(String value) {
    int shown = value.length() - 4;
    String masked =
        value.length() < 8
            ? "****"
            : value.substring(0, 3) + "*".repeat(shown - 3) + value.substring(shown);
    return new Hashed("h:" + value, masked);
  }

  /** What a register says of a company; -1 where the headcount is unknown. */
  public static EntityRecord company(
      String name, Instant time, int headcount, @Nullable String founded, String... related) {
    List<String> codes = new ArrayList<>();
    for (String other : related) {
      codes.add("code-" + other);
    }
    Organisation organisation =
        new Organisation(
            PartyKind.COMPANY,
            headcount,
            -1,
            founded == null ? null : LocalDate.parse(founded),
            null,
            null,
            codes);
    return new EntityRecord(
        EntityKind.ORGANISATION, "code-" + name, name, time, organisation, null, null);
  }

  /** An agency's licence from the day to before the other. */
  public static EntityRecord agency(
      String code, Instant time, @Nullable String from, @Nullable String until) {
    Licence licence =
        new Licence(
            from == null ? null : LocalDate.parse(from),
            until == null ? null : LocalDate.parse(until),
            List.of());
    return new EntityRecord(EntityKind.AGENCY, code, "代理" + code, time, null, licence, null);
  }
}
