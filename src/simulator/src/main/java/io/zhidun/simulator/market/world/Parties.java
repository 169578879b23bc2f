package io.zhidun.simulator.market.world;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes people, organisations and what belongs to them. The same random source, the same party. */
public final class Parties {
  private final LocalDate today;

  public Parties(LocalDate today) {
    this.today = today;
  }

  public Person person(RandomGenerator random) {
    return person(place(random), random);
  }

  /** A company that makes what the technical field is about. */
  public Applicant company(int field, Register register, RandomGenerator random) {
    return company(place(random), Names.fieldTrade(field), register, random);
  }

  /** A company that sells to consumers. */
  public Applicant shop(Register register, RandomGenerator random) {
    return company(place(random), Names.consumerTrade(random), register, random);
  }

  /** A company whose seat is in the n-th province of the random order. */
  public Applicant companyIn(int province, int field, Register register, RandomGenerator random) {
    Place place = Place.ALL.get(Math.floorMod(province * 7, Place.ALL.size()));
    return company(place, Names.fieldTrade(field), register, random);
  }

  private Applicant company(Place place, String trade, Register register, RandomGenerator random) {
    String name = Names.company(place, trade, random);
    String code = Codes.social("91", place.region(), random);
    return new Applicant(
        name, code, null, "company", address(place, random), contact(random), register);
  }

  /** A sole trader: an organisation by its code, small as a person. */
  public Applicant stall(RandomGenerator random) {
    Place place = place(random);
    String code = Codes.social("92", place.region(), random);
    return new Applicant(
        Names.stall(place, random),
        code,
        null,
        "company",
        address(place, random),
        contact(random),
        null);
  }

  public Applicant privatePerson(RandomGenerator random) {
    Place place = place(random);
    Person person = person(place, random);
    Contact contact = new Contact(person.name(), Codes.phone(random), email(random));
    return new Applicant(
        person.name(), null, person.idNumber(), "person", address(place, random), contact, null);
  }

  Applicant school(int index, RandomGenerator random) {
    Place place = place(random);
    String code = Codes.social("12", place.region(), random);
    return new Applicant(
        Names.school(index),
        code,
        null,
        "university",
        address(place, random),
        contact(random),
        null);
  }

  Applicant institute(RandomGenerator random) {
    Place place = place(random);
    String code = Codes.social("12", place.region(), random);
    return new Applicant(
        Names.institute(place, random),
        code,
        null,
        "institute",
        address(place, random),
        contact(random),
        null);
  }

  /** What the register says of an ordinary company of that many employees. */
  public Register register(int insured, int field, int daysOld, RandomGenerator random) {
    return new Register(
        insured,
        capital(Math.max(1, insured), random),
        today.minusDays(daysOld),
        Names.industry(field),
        person(random),
        List.of());
  }

  private static long capital(int insured, RandomGenerator random) {
    long tenThousands = 50L + (long) (insured * (2 + random.nextDouble() * 18));
    return tenThousands / 10 * 10 * 10_000;
  }

  public String agencyName(RandomGenerator random) {
    return Names.agency(place(random), random.nextBoolean(), random);
  }

  public Address address(RandomGenerator random) {
    return address(place(random), random);
  }

  private static Address address(Place place, RandomGenerator random) {
    return building(place, random, false, 1 + random.nextInt(30) * 100 + random.nextInt(20));
  }

  /** A room of a building with a name; the same random source gives the same building. */
  static Address office(RandomGenerator random, int room) {
    return building(place(random), random, true, room);
  }

  private static Address building(Place place, RandomGenerator random, boolean park, int room) {
    String county = place.counties()[random.nextInt(place.counties().length)];
    StringBuilder text = new StringBuilder(40).append(place.prefix()).append(county);
    text.append(Names.street(random)).append(1 + random.nextInt(999)).append('号');
    if (park) {
      text.append(Names.park(random)).append((char) ('A' + random.nextInt(5))).append('座');
    } else if (random.nextBoolean()) {
      text.append(1 + random.nextInt(30)).append('幢');
    }
    text.append(room).append('室');
    return new Address(text.toString(), place.postCode(), place.province());
  }

  public Contact contact(RandomGenerator random) {
    return new Contact(Names.person(random), Codes.phone(random), email(random));
  }

  /** A mailbox in a domain that is reserved for examples (RFC 2606). */
  private static String email(RandomGenerator random) {
    return "u" + Codes.hex(9, random) + "@mail" + random.nextInt(400) + ".example";
  }

  public Station station(Applicant applicant, RandomGenerator random) {
    return new Station(
        "u" + (10_000_000 + random.nextInt(89_999_999)) + Codes.hex(3, random),
        "web-" + (4 + random.nextInt(3)) + '.' + random.nextInt(9),
        "fp-" + Codes.hex(20, random),
        Codes.ipv6(random),
        applicant.code() == null ? null : Codes.hex(16, random),
        "6" + (100_000_000_000_000L + random.nextLong(899_999_999_999_999L)),
        applicant.name(),
        applicant.contact().phone());
  }

  private static Person person(Place place, RandomGenerator random) {
    String name = Names.person(random);
    int year = 1958 + random.nextInt(44);
    int month = 1 + random.nextInt(12);
    int day = 1 + random.nextInt(28);
    return new Person(
        name, Codes.identity(place.region(), year, month, day, 1 + random.nextInt(998)));
  }

  private static Place place(RandomGenerator random) {
    return Place.ALL.get(random.nextInt(Place.ALL.size()));
  }
}
