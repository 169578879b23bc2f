package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.EntityKind;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Licence;
import io.zhidun.rules.filings.record.Organisation;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.ProtectedMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a register says of an organisation, an agency or a protected mark. */
final class EntityFields {

  private static final int MOST_EMPLOYEES = 100_000_000;
  private static final double MOST_YUAN = 1e15;
  private static final Pattern YUAN = Pattern.compile("([\\d.,]+)\\s*(万|亿)?\\s*(?:元|人民币)*");

  private final PartyFields parties;

  EntityFields(PartyFields parties) {
    this.parties = parties;
  }

  EntityRecord read(Field line) {
    Field field = line.required("entity");
    EntityKind kind = kind(field);
    Field codeField = line.required("code");
    String code =
        kind == EntityKind.ORGANISATION
            ? PartyFields.code(codeField)
            : codeField.text(Limits.ID_CHARS);
    if (code == null) {
      throw codeField.fault("the check character of the unified social credit code is wrong");
    }
    String name = line.required("name").text(Limits.NAME_CHARS);
    Instant time = Times.readTime(line.required("time"));
    return new EntityRecord(
        kind,
        code,
        name,
        time,
        kind == EntityKind.ORGANISATION ? organisation(line, name, code) : null,
        kind == EntityKind.AGENCY ? licence(line) : null,
        kind == EntityKind.PROTECTED_MARK ? mark(line) : null);
  }

  private static EntityKind kind(Field field) {
    String text = field.text(Limits.ID_CHARS);
    for (EntityKind kind : EntityKind.values()) {
      if (kind.wire().equals(text)) {
        return kind;
      }
    }
    throw field.fault("must be organisation, agency or protected-mark");
  }

  private Organisation organisation(Field line, String name, String code) {
    Field kind = line.at("kind");
    Field headcount = line.at("insuredHeadcount");
    Field person = line.at("legalRepresentative");
    PartyKind guess = PartyKinds.guess(name, false, code);
    return new Organisation(
        kind == null ? guess : WireNames.party(kind),
        headcount == null ? -1 : (int) headcount.decimal(-1, MOST_EMPLOYEES),
        yuan(line.at("registeredCapital")),
        Times.date(line.at("foundedOn")),
        line.text("industryCode", Limits.ID_CHARS),
        person == null ? null : parties.person(person),
        texts(line, "relatedParties", Limits.RELATED_PARTIES));
  }

  /** A number of yuan, or a text such as 100万元; -1 where it is not told. */
  private static long yuan(@Nullable Field field) {
    if (field == null) {
      return -1;
    }
    Matcher matcher = YUAN.matcher(Texts.halfWidth(field.text(Limits.ID_CHARS)));
    if (!matcher.matches() || matcher.group(2) == null && matcher.group(1).indexOf(',') < 0) {
      return (long) field.decimal(-1, MOST_YUAN);
    }
    double unit = matcher.group(2) == null ? 1 : matcher.group(2).equals("万") ? 1e4 : 1e8;
    try {
      double yuan = Double.parseDouble(matcher.group(1).replace(",", "")) * unit;
      if (yuan <= MOST_YUAN) {
        return Math.round(yuan);
      }
    } catch (NumberFormatException e) {
      // falls through to the one fault of this field
    }
    throw field.fault("must be an amount in yuan");
  }

  private static Licence licence(Field line) {
    return new Licence(
        Times.date(line.at("licensedFrom")),
        Times.date(line.at("licensedUntil")),
        texts(line, "relatedParties", Limits.RELATED_PARTIES));
  }

  private static ProtectedMark mark(Field line) {
    String owner = line.required("owner").text(Limits.NAME_CHARS);
    String key = PartyFields.code(line.at("ownerCode"));
    Field fame = line.at("fame");
    return new ProtectedMark(
        owner,
        key == null ? owner : key,
        FilingFields.niceClasses(line),
        fame == null ? ProtectedMark.Fame.REGISTERED : WireNames.fame(fame),
        texts(line, "aliases", Limits.ALIASES));
  }

  private static List<String> texts(Field line, String member, int limit) {
    List<String> texts = new ArrayList<>();
    for (Field field : line.list(member, limit)) {
      texts.add(field.text(Limits.NAME_CHARS));
    }
    return texts;
  }
}
