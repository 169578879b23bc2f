package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.Telemetry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A patent filing that later ones are compared with. */
final class HeldFiling {

  private static final int OTHER_HANDS = 4;

  final String number;
  final String applicant;
  final String applicantName;
  final String title;
  final String section;
  final @Nullable String agency;
  final long millis;
  final long[] family;
  final long[] hands;
  final Imprint imprint;
  boolean copied;
  boolean noticed;
  boolean withdrawn;

  HeldFiling(Filing filing, Party applicant, Imprint imprint) {
    number = filing.applicationNumber();
    this.applicant = applicant.key();
    applicantName = applicant.name();
    title = filing.title();
    section = section(filing);
    Agency represented = filing.agency();
    agency = represented == null ? null : represented.key();
    millis = filing.time().toEpochMilli();
    family = family(filing);
    hands = hands(filing);
    this.imprint = imprint;
  }

  Instant time() {
    return Instant.ofEpochMilli(millis);
  }

  /**
   * True where the law lets the two share their text: one invention, divided, paired or renewed.
   */
  boolean sharesFamily(HeldFiling other) {
    return meets(family, other.family);
  }

  /** True where the same device, account, payer or telephone filed both. */
  boolean sharesHand(HeldFiling other) {
    return meets(hands, other.hands);
  }

  static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    long mixed = Hashes.mix(hash);
    return mixed == 0 ? 1 : mixed;
  }

  private static String section(Filing filing) {
    if (filing.invention() == null || filing.invention().ipcCodes().isEmpty()) {
      return "";
    }
    String main = filing.invention().ipcCodes().get(0);
    return main.length() < 4 ? main : main.substring(0, 4);
  }

  private static boolean meets(long[] a, long[] b) {
    for (long one : a) {
      for (long other : b) {
        if (one == other) {
          return true;
        }
      }
    }
    return false;
  }

  private static long[] family(Filing filing) {
    Family family = filing.family();
    long[] all = new long[4 + family.priorities().size()];
    int count = 0;
    all[count++] = hash(filing.applicationNumber());
    for (String other :
        new @Nullable String[] {family.parent(), family.declaredPair(), family.pctNumber()}) {
      if (other != null) {
        all[count++] = hash(other);
      }
    }
    for (String priority : family.priorities()) {
      all[count++] = hash(priority);
    }
    return java.util.Arrays.copyOf(all, count);
  }

  private static long[] hands(Filing filing) {
    Telemetry telemetry = filing.telemetry();
    long[] all = new long[OTHER_HANDS];
    int count = 0;
    if (telemetry.device() != null) {
      all[count++] = hash("device/" + telemetry.device());
    }
    if (telemetry.account() != null) {
      all[count++] = hash("account/" + telemetry.account());
    }
    Hashed payer = telemetry.payer();
    if (payer != null) {
      all[count++] = hash("payer/" + payer.hash());
    }
    Contact contact = filing.contact();
    Hashed phone = contact == null ? null : contact.phone();
    if (phone != null) {
      all[count++] = hash("phone/" + phone.hash());
    }
    return java.util.Arrays.copyOf(all, count);
  }
}
