package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.Address;
import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.Agent;
import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who stands in a record: parties, persons, contacts, agencies, addresses. */
final class PartyFields {

  private static final Pattern AGENCY_WITH_CODE = Pattern.compile("(.*\\S)\\s*[(（]?(\\d{5})[)）]?");
  private static final Pattern NAMES = Pattern.compile("[;；、]");
  private static final Pattern SPACES = Pattern.compile("[\\s,，;；]+");

  /** What stands for the name of all who want none published: kept, one busy inventor. */
  private static final Set<String> WITHHELD = Set.of("请求不公布姓名", "不公告发明人", "不公布姓名");

  private final PersonalHash hash;

  PartyFields(PersonalHash hash) {
    this.hash = hash;
  }

  List<Party> parties(Field in, String member) {
    return each(in.at(member), Limits.APPLICANTS, this::party, this::namedParty);
  }

  List<Person> persons(Field in, String member) {
    Field field = in.at(member);
    List<Person> persons =
        each(field, Limits.INVENTORS, this::person, name -> new Person(name, null, null));
    List<Person> named = new ArrayList<>(persons.size());
    for (Person person : persons) {
      if (!WITHHELD.contains(person.name())) {
        named.add(person);
      }
    }
    if (field != null && named.size() < persons.size()) {
      field.note("left out a person whose name is not published");
    }
    return named;
  }

  List<Agent> agents(Field in, String member) {
    return each(in.at(member), Limits.AGENTS, PartyFields::agent, name -> new Agent(name, null));
  }

  /** A list, or one text with names between semicolons. */
  private static <T> List<T> each(
      @Nullable Field field, int limit, Function<Field, T> read, Function<String, T> named) {
    if (field == null) {
      return List.of();
    }
    List<T> all = new ArrayList<>();
    if (!field.isList() && !field.isObject()) {
      for (String name : Texts.parts(NAMES, field.text(Limits.ADDRESS_CHARS * 10))) {
        all.add(named.apply(checkedName(field, name)));
      }
      if (all.size() > limit) {
        throw field.fault("must be at most " + limit + " names");
      }
      return all;
    }
    for (Field one : field.members(limit)) {
      all.add(one.isObject() ? read.apply(one) : named.apply(one.text(Limits.NAME_CHARS)));
    }
    return all;
  }

  private static String checkedName(Field field, String name) {
    if (name.length() > Limits.NAME_CHARS) {
      throw field.fault("each name must be at most " + Limits.NAME_CHARS + " characters");
    }
    return name;
  }

  private Party namedParty(String name) {
    return new Party(name, PartyKinds.guess(name, false, null), null, null, null, null);
  }

  private Party party(Field field) {
    String name = field.required("name").text(Limits.NAME_CHARS);
    String code = code(field.at("code"));
    Hashed identity = identity(field);
    Field kind = field.at("kind");
    return new Party(
        name,
        kind == null ? PartyKinds.guess(name, identity != null, code) : WireNames.party(kind),
        code,
        identity,
        country(field.at("country")),
        address(field.at("address")));
  }

  Person person(Field field) {
    if (!field.isObject()) {
      return new Person(field.text(Limits.NAME_CHARS), null, null);
    }
    String name = field.required("name").text(Limits.NAME_CHARS);
    return new Person(name, identity(field), country(field.at("country")));
  }

  private static Agent agent(Field field) {
    String name = field.required("name").text(Limits.NAME_CHARS);
    return new Agent(name, field.text("number", Limits.ID_CHARS));
  }

  /**
   * A code of eighteen characters is a unified social credit code and must have the right check
   * character; a shorter or longer one is some other register's and is taken as it stands.
   */
  static @Nullable String code(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    String code = Texts.halfWidth(field.text(Limits.ID_CHARS)).replace(" ", "");
    String capitals = code.toUpperCase(Locale.ROOT);
    if (capitals.length() == 18) {
      if (!CheckDigits.creditCode(capitals)) {
        field.note("dropped: the check character of the unified social credit code is wrong");
        return null;
      }
      return capitals;
    }
    return code.replace("0", "").isEmpty() ? null : code;
  }

  private @Nullable Hashed identity(Field of) {
    Field field = of.at("identity", "idNumber");
    if (field == null || field.isObject()) {
      return field == null ? null : hashed(field);
    }
    String number = field.secret(Limits.ID_CHARS);
    String normal = PersonalHash.identityForm(number);
    boolean citizen = normal.length() == 18 && Texts.digits(normal.substring(0, 17));
    if (citizen && !CheckDigits.identityNumber(normal)) {
      field.note(
          field.concealed(
              PersonalHash.maskedIdentity(number),
              "dropped: the check character of the identity number is wrong"));
      return null;
    }
    return hash.identity(number);
  }

  @Nullable Hashed phone(@Nullable Field field) {
    return personal(field, hash::phone);
  }

  @Nullable Hashed email(@Nullable Field field) {
    return personal(field, hash::email);
  }

  @Nullable Hashed account(@Nullable Field field) {
    return personal(field, hash::account);
  }

  private static @Nullable Hashed personal(
      @Nullable Field field, Function<String, Hashed> hashing) {
    if (field == null) {
      return null;
    }
    return field.isObject() ? hashed(field) : hashing.apply(field.secret(Limits.NAME_CHARS));
  }

  /** What was hashed before, perhaps under another key; it is taken as it stands. */
  private static Hashed hashed(Field field) {
    String masked = field.text("masked", Limits.ID_CHARS);
    return new Hashed(
        field.required("hash").text(Limits.ID_CHARS), masked == null ? "****" : masked);
  }

  /** An object, or one text with a name, a telephone number and an address of mail in any order. */
  @Nullable Contact contact(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    if (field.isObject()) {
      return new Contact(
          field.text("name", Limits.NAME_CHARS),
          phone(field.at("phone")),
          email(field.at("email")));
    }
    StringBuilder name = new StringBuilder();
    Hashed phone = null;
    Hashed email = null;
    for (String part : Texts.parts(SPACES, field.secret(Limits.NAME_CHARS))) {
      if (part.indexOf('@') > 0) {
        email = hash.email(part);
      } else if (part.replaceAll("\\D", "").length() >= 7 && !Texts.hasHan(part)) {
        phone = hash.phone(part);
      } else {
        name.append(name.isEmpty() ? "" : " ").append(part);
      }
    }
    return new Contact(name.isEmpty() ? null : name.toString(), phone, email);
  }

  /** An object, or a name with the five digits of the code behind it. */
  @Nullable Agency agency(Field of) {
    Field field = of.at("agency");
    List<Agent> agents = agents(of, "agents");
    if (field == null) {
      if (!agents.isEmpty()) {
        of.required("agents").note("dropped: there is no agency that they belong to");
      }
      return null;
    }
    if (field.isObject()) {
      String code = field.text("code", Limits.ID_CHARS);
      String name = field.text("name", Limits.NAME_CHARS);
      if (name != null) {
        return new Agency(name, code, agents);
      }
      if (code == null) {
        throw field.fault("must have a name or a code");
      }
      return new Agency(code, code, agents);
    }
    String text = field.text(Limits.NAME_CHARS);
    Matcher matcher = AGENCY_WITH_CODE.matcher(Texts.halfWidth(text));
    return matcher.matches()
        ? new Agency(text.substring(0, matcher.end(1)), matcher.group(2), agents)
        : new Agency(text, Texts.digits(text) ? text : null, agents);
  }

  static @Nullable String country(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    String text = field.text(Limits.NAME_CHARS).toUpperCase(Locale.ROOT);
    if (text.length() == 2 && text.charAt(0) < 128) {
      return text;
    }
    String code = Countries.code(text);
    if (code == null) {
      field.note("dropped: not a country's two letters or name");
    }
    return code;
  }

  /**
   * A text, or an object with the text or its parts. An object that says {@code "split": true} was
   * split before and is taken as it stands.
   */
  @Nullable Address address(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    if (!field.isObject()) {
      return Addresses.split(field.text(Limits.ADDRESS_CHARS));
    }
    String text = field.text("text", Limits.ADDRESS_CHARS);
    String province = part(field, "province");
    String city = part(field, "city");
    String county = part(field, "county");
    String postCode = part(field, "postCode");
    Field split = field.at("split");
    if (split != null && split.isTrue()) {
      String building = part(field, "building");
      String room = part(field, "room");
      return new Address(
          text == null ? "" : text, province, city, county, building, room, postCode);
    }
    return Addresses.split(text, province, city, county, part(field, "street"), postCode);
  }

  private static @Nullable String part(Field field, String member) {
    return field.text(member, Limits.ADDRESS_CHARS);
  }
}
