package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.Invention;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Telemetry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one filing. */
final class FilingFields {

  /** A claim begins a line with its number. */
  private static final Pattern CLAIM_BEGIN = Pattern.compile("(?m)(?=^\\s*\\d{1,4}\\s*[.．、])");

  private static final Pattern SEMICOLON = Pattern.compile("[;；]");
  private static final Pattern CODES = Pattern.compile("[;；,，]");
  private static final Pattern NICE = Pattern.compile("第?\\s*0*(\\d{1,2})\\s*类?");

  private final PartyFields parties;

  FilingFields(PartyFields parties) {
    this.parties = parties;
  }

  Filing read(Field line) {
    String number = ApplicationNumber.read(line.required("applicationNumber"));
    FilingKind kind = kind(line, number);
    Instant submitted = Times.time(line.at("submittedAt"));
    LocalDate date = Times.date(line.at("filingDate"));
    if (date == null) {
      if (submitted == null) {
        throw line.missing("filingDate", "is missing, and so is submittedAt");
      }
      date = submitted.atZone(Times.ZONE).toLocalDate();
    }
    return new Filing(
        number,
        kind,
        date,
        submitted == null ? Times.begin(date) : submitted,
        parties.parties(line, "applicants"),
        parties.persons(line, "inventors"),
        parties.contact(line.at("contact")),
        parties.agency(line),
        family(line),
        kind.isPatent() ? invention(line) : null,
        kind.isPatent() ? null : mark(line),
        telemetry(line));
  }

  private static FilingKind kind(Field line, String number) {
    Field told = line.at("applType");
    if (told != null) {
      return WireNames.filing(told);
    }
    if (line.at("markText", "niceClasses") != null || line.at("markCategory") != null) {
      return FilingKind.TRADEMARK;
    }
    FilingKind kind = ApplicationNumber.kind(number);
    if (kind == null) {
      throw line.missing("applType", "is missing, and the application number does not tell it");
    }
    return kind;
  }

  private static Family family(Field line) {
    List<String> priorities = new ArrayList<>();
    for (Field priority : line.list("priorities", Limits.PRIORITIES)) {
      Field number = priority.isObject() ? priority.required("number") : priority;
      priorities.add(ApplicationNumber.normal(number.text(Limits.ID_CHARS)));
    }
    return new Family(
        priorities,
        relative(line.at("parentApplication")),
        relative(line.at("declaredPair")),
        line.text("pctNumber", Limits.ID_CHARS));
  }

  private static @Nullable String relative(@Nullable Field field) {
    return field == null ? null : ApplicationNumber.normal(field.text(Limits.ID_CHARS));
  }

  private static Invention invention(Field line) {
    String title = line.text("inventionTitle", Limits.TITLE_CHARS);
    Field abstractText = line.at("abstract");
    return new Invention(
        title == null ? "" : title,
        ipcCodes(line),
        abstractText == null ? "" : paragraphs(abstractText, Limits.ABSTRACT_CHARS),
        claims(line.at("claims")),
        description(line.at("description")),
        digests(line, "drawingSha256", Limits.DRAWINGS));
  }

  private static List<String> ipcCodes(Field line) {
    List<String> codes = new ArrayList<>();
    for (Field field : line.list("ipcCodes", Limits.IPC_CODES)) {
      for (String code : Texts.parts(CODES, field.text(Limits.ADDRESS_CHARS))) {
        codes.add(ipc(code));
      }
    }
    return codes;
  }

  /** {@code G06F 17/30 (2006.01)} as {@code G06F17/30}. */
  static String ipc(String written) {
    String code = Texts.halfWidth(written);
    int version = code.indexOf('(');
    String bare = version > 0 ? code.substring(0, version) : code;
    return bare.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  private static List<String> claims(@Nullable Field field) {
    if (field == null) {
      return List.of();
    }
    List<String> claims = new ArrayList<>();
    if (field.isList()) {
      for (Field claim : field.members(Limits.CLAIMS)) {
        claims.add(claim.longText(Limits.CLAIM_CHARS));
      }
      return claims;
    }
    claims.addAll(Texts.parts(CLAIM_BEGIN, field.longText(Limits.DESCRIPTION_CHARS)));
    if (claims.size() > Limits.CLAIMS) {
      throw field.fault("must be at most " + Limits.CLAIMS + " claims");
    }
    return claims;
  }

  private static String description(@Nullable Field field) {
    return field == null ? "" : paragraphs(field, Limits.DESCRIPTION_CHARS);
  }

  /** A text, or a list of paragraphs. */
  private static String paragraphs(Field field, int limit) {
    if (!field.isList()) {
      return field.longText(limit);
    }
    StringBuilder all = new StringBuilder();
    for (Field paragraph : field.members(Limits.LINE_TOKENS)) {
      String text = paragraph.longText(limit);
      if (all.length() + text.length() >= limit) {
        field.note("cut to the paragraphs that fit into " + limit + " characters");
        break;
      }
      all.append(all.isEmpty() ? "" : "\n").append(text);
    }
    return all.toString();
  }

  private static Mark mark(Field line) {
    String text = line.text("markText", Limits.TITLE_CHARS);
    String category = line.text("markCategory", Limits.NAME_CHARS);
    Field image = line.at("markImageSha256", "markImage");
    List<String> groups = new ArrayList<>();
    for (Field group : line.list("similarGroups", Limits.SIMILAR_GROUPS)) {
      groups.add(Texts.halfWidth(group.text(Limits.ID_CHARS)));
    }
    return new Mark(
        text == null ? "" : text,
        category == null ? "" : category,
        image == null ? null : digest(image),
        niceClasses(line),
        groups,
        goods(line.at("goods")));
  }

  static List<Integer> niceClasses(Field line) {
    List<Integer> classes = new ArrayList<>();
    for (Field field : line.list("niceClasses", Limits.NICE_CLASSES)) {
      String text = Texts.halfWidth(field.text(Limits.ID_CHARS));
      for (String one : Texts.parts(CODES, text)) {
        Matcher matcher = NICE.matcher(one);
        int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        if (number < 1 || number > 45) {
          field.note("dropped: a class is a number from 1 to 45");
        } else if (!classes.contains(number)) {
          classes.add(number);
        }
      }
    }
    return classes;
  }

  private static List<String> goods(@Nullable Field field) {
    if (field == null) {
      return List.of();
    }
    List<String> goods = new ArrayList<>();
    if (field.isList()) {
      for (Field one : field.members(Limits.GOODS)) {
        goods.add(one.longText(Limits.GOODS_CHARS));
      }
      return goods;
    }
    for (String one : Texts.parts(SEMICOLON, field.longText(Limits.DESCRIPTION_CHARS))) {
      if (one.length() > Limits.GOODS_CHARS) {
        field.note("an item was cut to its first " + Limits.GOODS_CHARS + " characters");
        goods.add(Texts.cut(one, Limits.GOODS_CHARS));
      } else {
        goods.add(one);
      }
    }
    if (goods.size() > Limits.GOODS) {
      throw field.fault("must be at most " + Limits.GOODS + " goods and services");
    }
    return goods;
  }

  private Telemetry telemetry(Field line) {
    Field address = line.at("ip");
    return new Telemetry(
        line.text("accountId", Limits.ID_CHARS),
        line.text("sessionId", Limits.ID_CHARS),
        line.text("clientId", Limits.NAME_CHARS),
        line.text("deviceFingerprint", Limits.ID_CHARS),
        address == null ? null : IpAddresses.read(address),
        line.text("certSerial", Limits.ID_CHARS),
        payer(line),
        line.text("invoiceTitle", Limits.NAME_CHARS),
        Times.time(line.at("formOpenedAt")),
        Times.time(line.at("signTime")),
        digests(line, "uploadSha256", Limits.UPLOADS));
  }

  private @Nullable Hashed payer(Field line) {
    Field hashed = line.at("payerAccountHash");
    if (hashed != null && !hashed.isObject()) {
      return new Hashed(hashed.text(Limits.ID_CHARS), "****");
    }
    return parties.account(line.at("payer", "payerAccount"));
  }

  static List<String> digests(Field line, String member, int limit) {
    List<String> digests = new ArrayList<>();
    for (Field field : line.list(member, limit)) {
      digests.add(digest(field));
    }
    return digests;
  }

  private static String digest(Field field) {
    return field.text(Limits.ID_CHARS).toLowerCase(Locale.ROOT);
  }
}
