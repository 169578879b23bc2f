package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.ledger.Hash64;
import io.zhidun.rules.filings.record.Address;
import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.Party;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a filing. They are its first applicant's: who files together openly shares them
 * anyway. What an agency files with is the agency's, so it says nothing of its client.
 */
public final class FilingKeys {

  private static final Pattern NEITHER_DIGIT_NOR_MASK = Pattern.compile("[^0-9*]");

  private FilingKeys() {}

  /** Hash of the filing's key of the type, or 0 where it has none. */
  public static long hash(KeyType type, Filing filing) {
    String value = value(type, filing);
    return value == null || value.isBlank() ? 0 : hash(type, value);
  }

  public static long hash(KeyType type, String value) {
    return Hash64.of(type.ordinal() + 1, value);
  }

  private static @Nullable String value(KeyType type, Filing filing) {
    Contact contact = filing.contact();
    boolean direct = filing.agency() == null;
    return switch (type) {
      case PHONE -> contact == null ? null : hash(contact.phone());
      case EMAIL -> contact == null ? null : hash(contact.email());
      case CONTACT -> contact(contact);
      case ADDRESS -> room(filing.applicant());
      case DEVICE -> direct ? filing.telemetry().device() : null;
      case CERTIFICATE -> direct ? filing.telemetry().certificate() : null;
      case ACCOUNT -> direct ? filing.telemetry().account() : null;
      case PAYER -> hash(filing.telemetry().payer());
      case LEGAL_REPRESENTATIVE -> null;
      case SOURCE -> direct ? network(filing.telemetry().address()) : null;
      case AGENT -> agent(filing.agency());
    };
  }

  private static @Nullable String hash(@Nullable Hashed hashed) {
    return hashed == null ? null : hashed.hash();
  }

  private static @Nullable String contact(@Nullable Contact contact) {
    return contact == null || contact.name() == null || contact.phone() == null
        ? null
        : contact.name() + "/" + contact.phone().hash();
  }

  /** A building alone, without a room, has too many tenants to say anything. */
  private static @Nullable String room(@Nullable Party party) {
    Address address = party == null ? null : party.address();
    return address == null || address.building() == null || address.room() == null
        ? null
        : address.city() + "/" + address.building() + "/" + address.room();
  }

  private static @Nullable String agent(@Nullable Agency agency) {
    return agency == null || agency.agents().isEmpty()
        ? null
        : agency.key() + "/" + agency.agents().get(0).key();
  }

  /** The /24 of an IPv4 address, the /64 of an IPv6 address. */
  static @Nullable String network(@Nullable String address) {
    if (address == null) {
      return null;
    }
    int dot = address.lastIndexOf('.');
    return dot >= 0 && address.indexOf(':') < 0 ? address.substring(0, dot) : prefix64(address);
  }

  /** A double colon in the first four groups leaves fewer of them, which is a prefix as well. */
  private static String prefix64(String address) {
    int colons = 0;
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == ':' && ++colons == 4) {
        return address.substring(0, i);
      }
      if (i > 0 && address.charAt(i) == ':' && address.charAt(i - 1) == ':') {
        return address.substring(0, i);
      }
    }
    return address;
  }

  /** What may be shown of the filing's key of the type. */
  static String masked(KeyType type, Filing filing) {
    Contact contact = filing.contact();
    return switch (type) {
      case PHONE -> contact == null ? "" : masked(contact.phone());
      case EMAIL -> contact == null ? "" : masked(contact.email());
      case CONTACT ->
          contact == null ? "" : surname(contact.name()) + " " + masked(contact.phone());
      case PAYER -> masked(filing.telemetry().payer());
      case DEVICE, CERTIFICATE -> shortened(value(type, filing));
      case SOURCE -> value(type, filing) + (isIpv4(filing) ? ".0/24" : "::/64");
      case ADDRESS, ACCOUNT, AGENT, LEGAL_REPRESENTATIVE -> text(value(type, filing));
    };
  }

  /**
   * A phone that cannot be one, as far as its masked form shows: all digits shown equal; a mobile
   * number that has not 11 digits or begins with 10, 11 or 12; shorter than seven digits.
   */
  public static boolean isFaultyPhone(String maskedPhone) {
    String masked = NEITHER_DIGIT_NOR_MASK.matcher(maskedPhone).replaceAll("");
    String shown = masked.replace("*", "");
    if (shown.length() < 5) {
      return !shown.isEmpty() && masked.length() < 7;
    }
    boolean mobile = masked.charAt(0) == '1';
    return shown.chars().allMatch(c -> c == shown.charAt(0))
        || (mobile && (masked.length() != 11 || "012".indexOf(masked.charAt(1)) >= 0));
  }

  private static boolean isIpv4(Filing filing) {
    String address = filing.telemetry().address();
    return address != null && address.indexOf(':') < 0;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String masked(@Nullable Hashed hashed) {
    return hashed == null ? "" : hashed.masked();
  }

  static String surname(@Nullable String name) {
    return name == null || name.isEmpty()
        ? ""
        : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  private static String shortened(@Nullable String value) {
    return value == null || value.length() <= 8 ? text(value) : value.substring(0, 8) + "…";
  }
}
