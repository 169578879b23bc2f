package io.zhidun.simulator.market.world;

import io.zhidun.simulator.market.text.TechnicalField;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Everybody who files honestly. Nobody is kept: each is made anew from the seed and an index, so a
 * million companies cost no memory, and the n-th is the same whoever asks.
 *
 * <p>A low index files much. Shares follow a power law: the index is the size times the k-th power
 * of a uniform number.
 */
public final class World {
  private static final double COMPANY_POWER = 2.2;
  private static final double AGENCY_POWER = 1.5;
  private static final double OWNER_POWER = 1.7;
  private static final double IN_BUILDING = 0.06;
  private static final double DESK_IS_CONTACT = 0.1;

  /** Patent filings of companies in a year at scale 1, and filings by agencies on a working day. */
  private static final double COMPANY_FILINGS = 3_000_000;

  private static final double AGENCY_PATENTS = 11_000;
  private static final double AGENCY_MARKS = 30_000;

  /** Kinds of parties: each has its own space of random numbers. */
  private enum Space {
    COMPANY,
    OWNER,
    PERSON,
    SCHOOL,
    INSTITUTE,
    PATENT_AGENCY,
    MARK_AGENCY,
    BUILDING,
    STAFF,
    DESK
  }

  private final long seed;
  private final double scale;
  private final Parties parties;
  private final LocalDate start;

  public World(long seed, double scale, LocalDate start) {
    this.seed = seed;
    this.scale = scale;
    this.start = start;
    this.parties = new Parties(start);
  }

  public Parties parties() {
    return parties;
  }

  public LocalDate start() {
    return start;
  }

  public double scale() {
    return scale;
  }

  /** Companies that file patents. */
  public int companies() {
    return sized(800_000, 3_000);
  }

  /** Owners of marks that are companies; as many again are sole traders and persons. */
  private int owners() {
    return sized(1_500_000, 5_000);
  }

  public int patentAgencies() {
    return sized(3_000, 40);
  }

  public int markAgencies() {
    return sized(8_000, 60);
  }

  private int buildings() {
    return sized(500, 5);
  }

  private int sized(int full, int least) {
    return (int) Math.max(least, Math.round(full * scale));
  }

  public int anyCompany(SplittableRandom random) {
    return power(companies(), COMPANY_POWER, random);
  }

  public int anyOwner(SplittableRandom random) {
    return power(owners(), OWNER_POWER, random);
  }

  public int anySchool(SplittableRandom random) {
    return power(sized(1_200, 20), 1.6, random);
  }

  public int anyInstitute(SplittableRandom random) {
    return power(sized(3_000, 30), 1.6, random);
  }

  public int anyPerson(SplittableRandom random) {
    return random.nextInt(sized(400_000, 4_000));
  }

  private static int power(int size, double power, SplittableRandom random) {
    return (int) (size * Math.pow(random.nextDouble(), power));
  }

  /** Share of all that the index has, by the law above. */
  private static double share(int index, int size, double power) {
    return Math.pow((index + 1.0) / size, 1 / power) - Math.pow((double) index / size, 1 / power);
  }

  public int field(int company) {
    return of(Space.DESK, company).nextInt(TechnicalField.ALL.size());
  }

  /** Filings a year that a company makes on average. */
  private double yearly(int company) {
    return COMPANY_FILINGS * scale * share(company, companies(), COMPANY_POWER);
  }

  public Applicant company(int index) {
    SplittableRandom random = of(Space.COMPANY, index);
    int field = field(index);
    double perFiling = Math.exp(2.6 + 0.7 * random.nextDouble(-1.2, 2.2));
    int insured = (int) Math.max(3, yearly(index) * perFiling);
    Register register =
        parties.register(
            random.nextInt(12) == 0 ? -1 : insured, field, 200 + random.nextInt(6_000), random);
    Applicant company = parties.company(field, register, random);
    return housed(company, random);
  }

  /** A company or sole trader that files marks, by index; odd ones are companies. */
  public Applicant owner(int index) {
    SplittableRandom random = of(Space.OWNER, index);
    if (index % 2 == 0 && index > owners() / 50) {
      return random.nextInt(3) == 0 ? parties.privatePerson(random) : parties.stall(random);
    }
    Register register =
        parties.register(
            2 + random.nextInt(60), random.nextInt(30), 100 + random.nextInt(5_000), random);
    return housed(parties.shop(register, random), random);
  }

  private Applicant housed(Applicant company, SplittableRandom random) {
    if (random.nextDouble() >= IN_BUILDING) {
      return company;
    }
    return inBuilding(company, random.nextInt(buildings()), random);
  }

  /**
   * The company as a tenant: a room of its own, or in a third of the buildings the one room where
   * all are registered; some leave the phone of the building's desk.
   */
  public Applicant inBuilding(Applicant company, int building, SplittableRandom random) {
    boolean oneRoom = building % 3 == 0;
    int room = oneRoom ? 101 : 100 * (1 + random.nextInt(28)) + 1 + random.nextInt(40);
    Applicant tenant = company.withAddress(Parties.office(of(Space.BUILDING, building), room));
    if (random.nextDouble() >= DESK_IS_CONTACT) {
      return tenant;
    }
    return tenant.withContact(parties.contact(of(Space.BUILDING, building + 1_000_000)));
  }

  /** The address by which all tenants of a building reach the network. */
  public String buildingIp(int building) {
    return Codes.ipv4(of(Space.BUILDING, building + 2_000_000));
  }

  public int anyBuilding(SplittableRandom random) {
    return random.nextInt(buildings());
  }

  public Applicant school(int index) {
    return parties.school(index, of(Space.SCHOOL, index));
  }

  public Applicant institute(int index) {
    return parties.institute(of(Space.INSTITUTE, index));
  }

  public Applicant person(int index) {
    return parties.privatePerson(of(Space.PERSON, index));
  }

  /** One who works for the party: the number says who, low ones being the heads. */
  public Person staff(Applicant applicant, int number) {
    return parties.person(of(Space.STAFF, hash(applicant.key()) * 31L + number));
  }

  /** How many inventors a company has. */
  public int inventors(int company) {
    return (int) Math.max(3, Math.min(4_000, yearly(company) * 1.2));
  }

  /** From where the party files; {@code desk} tells its desks apart. */
  public Station station(Applicant applicant, int desk) {
    Station first = parties.station(applicant, of(Space.DESK, hash(applicant.key())));
    if (desk == 0) {
      return first;
    }
    SplittableRandom random = of(Space.DESK, hash(applicant.key()) * 31L + desk);
    Station other = parties.station(applicant, random);
    return other.paidBy(first.payer(), first.invoiceTitle());
  }

  public int anyPatentAgency(SplittableRandom random) {
    return power(patentAgencies(), AGENCY_POWER, random);
  }

  public int anyMarkAgency(SplittableRandom random) {
    return power(markAgencies(), AGENCY_POWER, random);
  }

  /** The agency that a client nearly always goes to. */
  public int homeAgency(Applicant client, boolean marks) {
    SplittableRandom random = of(Space.DESK, hash(client.key()) * 17L + (marks ? 1 : 0));
    return marks ? anyMarkAgency(random) : anyPatentAgency(random);
  }

  public Agency agency(int index, boolean marks) {
    SplittableRandom random = of(marks ? Space.MARK_AGENCY : Space.PATENT_AGENCY, index);
    int size = marks ? markAgencies() : patentAgencies();
    double daily = (marks ? AGENCY_MARKS : AGENCY_PATENTS) * scale;
    double load = marks ? 3 : 0.7;
    int agents = (int) Math.max(3, daily * share(index, size, AGENCY_POWER) / load);
    Place place = Place.ALL.get(random.nextInt(Place.ALL.size()));
    return new Agency(
        index,
        Integer.toString((marks ? 50_000 : 20_000) + index),
        Names.agency(place, marks, random),
        Parties.office(random, 601 + random.nextInt(900)),
        parties.contact(random),
        agents,
        index < size / 20,
        start.minusDays(400 + random.nextInt(4_000)),
        start.plusDays(400 + random.nextInt(2_000)),
        Codes.social("91", place.region(), random));
  }

  public Agent agent(Agency agency, int number) {
    SplittableRandom random = of(Space.STAFF, Long.parseLong(agency.code()) * 100_003 + number);
    return new Agent(Names.person(random), agency.code() + (100_000 + number));
  }

  /** The desk of one agent: own device, account and certificate; the network is the agency's. */
  public Station agentStation(Agency agency, int number) {
    long code = Long.parseLong(agency.code());
    SplittableRandom own = of(Space.DESK, code * 100_003 + number);
    SplittableRandom shared = of(Space.DESK, code * 100_003 - 1);
    return new Station(
        "a" + agency.code() + "-" + number,
        "agent-3." + own.nextInt(6),
        "fp-" + Codes.hex(20, own),
        Codes.ipv4(shared),
        Codes.hex(16, own),
        "7" + (100_000_000_000_000L + shared.nextLong(899_999_999_999_999L)),
        agency.name(),
        agency.contact().phone());
  }

  private SplittableRandom of(Space space, long index) {
    long mixed = (index + 1) * 0x9E3779B97F4A7C15L + (space.ordinal() + 1) * 0xD1B54A32D192ED03L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    return new SplittableRandom(seed * 0x94D049BB133111EBL ^ mixed ^ (mixed >>> 29));
  }

  /** Of 64 bits: with fewer, some of a million keys would meet. */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
