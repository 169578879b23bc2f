package io.zhidun.rules.filings;

import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.Invention;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.Telemetry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patent filing to be given what a test is about. */
public record Patents(
    String number,
    String applicant,
    Instant time,
    String title,
    String abstractText,
    List<String> claims,
    String description,
    Family family,
    @Nullable String device) {

  public static final Instant DAY = Instant.parse("2026-03-02T02:00:00Z");

  /** A filing with texts of its own. */
  public static Patents of(String number, String applicant, long seed) {
    Prose prose = new Prose(seed);
    return new Patents(
        number,
        applicant,
        DAY,
        "一种" + prose.sentence(12),
        prose.text(200),
        prose.claims(4),
        prose.text(600),
        Family.NONE,
        null);
  }

  public Patents on(Instant other) {
    return new Patents(
        number, applicant, other, title, abstractText, claims, description, family, device);
  }

  public Patents titled(String other) {
    return new Patents(
        number, applicant, time, other, abstractText, claims, description, family, device);
  }

  public Patents with(String otherAbstract, List<String> otherClaims, String otherDescription) {
    return new Patents(
        number,
        applicant,
        time,
        title,
        otherAbstract,
        otherClaims,
        otherDescription,
        family,
        device);
  }

  public Patents like(Patents other) {
    return with(other.abstractText, other.claims, other.description);
  }

  public Patents of(Family other) {
    return new Patents(
        number, applicant, time, title, abstractText, claims, description, other, device);
  }

  public Patents from(String otherDevice) {
    return new Patents(
        number, applicant, time, title, abstractText, claims, description, family, otherDevice);
  }

  public Filing filing() {
    return new Filing(
        number,
        FilingKind.INVENTION,
        LocalDate.ofInstant(time, java.time.ZoneOffset.UTC),
        time,
        List.of(new Party(applicant, PartyKind.COMPANY, null, null, "CN", null)),
        List.of(),
        null,
        null,
        family,
        new Invention(title, List.of("G06F17/30"), abstractText, claims, description, List.of()),
        null,
        new Telemetry(null, null, null, device, null, null, null, null, null, null, List.of()));
  }
}
