package io.zhidun.simulator.market.world;

import io.zhidun.simulator.market.text.Resource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Names of people, organisations, streets: made by grammar, nobody's. */
final class Names {
  private static final List<String> LINES = Resource.lines(Names.class, "names.txt");
  private static final String[] SURNAMES = words("surname");
  private static final String[] GIVEN = words("given");
  private static final String[] SHOPS = words("shop");
  private static final String[] TRADES = words("trade");
  private static final String[] FORMS = words("form");
  private static final String[] STREETS = words("street");
  private static final String[] ROADS = words("road");
  private static final String[] PARKS = words("park");
  private static final String[] PARK_KINDS = words("parkkind");
  private static final String[] SCHOOLS = words("school");
  private static final String[] SCHOOL_KINDS = words("schoolkind");
  private static final String[] INSTITUTES = words("institute");
  private static final String[] AGENCY_HEADS = words("agencyhead");
  private static final String[] AGENCY_TAILS = words("agencytail");
  private static final String[] MARK_TAILS = words("marktail");
  private static final String[] FIELD_TRADES = words("fieldtrade");

  private Names() {}

  static String person(RandomGenerator random) {
    // Few surnames and given names carry most people; so names repeat as they do in life.
    int surname = Math.min(random.nextInt(SURNAMES.length), random.nextInt(SURNAMES.length));
    String name = SURNAMES[surname] + pick(GIVEN, random);
    return random.nextInt(3) == 0 ? name : name + pick(GIVEN, random);
  }

  static String company(Place place, String trade, RandomGenerator random) {
    String shop = pick(SHOPS, random) + pick(SHOPS, random);
    if (random.nextInt(3) == 0) {
      shop += pick(SHOPS, random);
    }
    return random.nextInt(4) == 0
        ? shop + trade + "（" + place.shortName() + "）" + pick(FORMS, random)
        : place.shortName() + shop + trade + pick(FORMS, random);
  }

  static String stall(Place place, RandomGenerator random) {
    return place.city()
        + pick(place.counties(), random)
        + pick(SHOPS, random)
        + pick(SHOPS, random)
        + (random.nextBoolean() ? "商行" : "经营部");
  }

  static String school(int index) {
    String kind = SCHOOL_KINDS[index / SCHOOLS.length % SCHOOL_KINDS.length];
    int round = index / (SCHOOLS.length * SCHOOL_KINDS.length);
    return SCHOOLS[index % SCHOOLS.length] + (round == 0 ? "" : "第" + (round + 1)) + kind;
  }

  static String institute(Place place, RandomGenerator random) {
    String name = place.shortName() + pick(SHOPS, random) + pick(SHOPS, random);
    return name + pick(INSTITUTES, random) + (random.nextBoolean() ? "研究院" : "研究所");
  }

  static String agency(Place place, boolean marks, RandomGenerator random) {
    return place.shortName()
        + pick(AGENCY_HEADS, random)
        + pick(SHOPS, random)
        + pick(marks ? MARK_TAILS : AGENCY_TAILS, random);
  }

  static String street(RandomGenerator random) {
    return pick(STREETS, random) + pick(ROADS, random);
  }

  static String park(RandomGenerator random) {
    return pick(PARKS, random) + pick(PARK_KINDS, random);
  }

  /** Trade and its code in the classification of industries (GB/T 4754) for a technical field. */
  static String fieldTrade(int field) {
    String trade = FIELD_TRADES[field];
    return trade.substring(0, trade.indexOf(':'));
  }

  static String industry(int field) {
    String trade = FIELD_TRADES[field];
    return trade.substring(trade.indexOf(':') + 1);
  }

  static String consumerTrade(RandomGenerator random) {
    return pick(TRADES, random);
  }

  private static String pick(String[] words, RandomGenerator random) {
    return words[random.nextInt(words.length)];
  }

  private static String[] words(String key) {
    return Resource.words(LINES, key);
  }
}
