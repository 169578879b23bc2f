package io.zhidun.rules.entity;

import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.rules.atom.IpAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who or what a detection is about. Values that mean the same are the same: accounts and hosts
 * without case, addresses in one form.
 *
 * @param kind what it is
 * @param value its name or address, 1 to {@value #LONGEST} characters
 */
public record Entity(Kind kind, String value) {
  /** Longest value; a longer one names nobody that anybody would look for. */
  public static final int LONGEST = 256;

  /** What an entity is, the most telling first. */
  public enum Kind {
    USER("user", "user.name"),
    ADDRESS("address", "source.ip"),
    HOST("host", "host.name");

    private final String label;
    private final String field;

    Kind(String label, String field) {
      this.label = label;
      this.field = field;
    }

    /** Its name in files. */
    public String label() {
      return label;
    }

    /** The field that holds it. */
    public String field() {
      return field;
    }
  }

  public Entity {
    Objects.requireNonNull(kind, "kind");
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          kind.label
              + " must have 1 to "
              + LONGEST
              + " characters and not be blank, had "
              + value.length());
    }
    value = kind == Kind.ADDRESS ? oneForm(value) : value.toLowerCase(Locale.ROOT);
  }

  private static String oneForm(String text) {
    byte[] address = IpAddresses.parse(text);
    try {
      return address == null ? text : InetAddress.getByAddress(address).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  /** The entity of a detection, from its group or the event that completed it; or null. */
  public static @Nullable Entity of(Detection detection) {
    List<EvidenceEvent> events = detection.events();
    return of(
        detection.group(), events.isEmpty() ? Map.of() : events.get(events.size() - 1).fields());
  }

  /**
   * The user if there is one, else the address, else the host, else null.
   *
   * @param group group-by fields, which say more than the event
   * @param event fields of the completing event
   */
  public static @Nullable Entity of(Map<String, String> group, Map<String, String> event) {
    for (Kind kind : Kind.values()) {
      String grouped = group.get(kind.field);
      String value = isName(grouped) ? grouped : event.get(kind.field);
      if (value != null && isName(value)) {
        return new Entity(kind, value);
      }
    }
    return null;
  }

  /** Many formats write a dash where there is nobody. */
  private static boolean isName(@Nullable String value) {
    return value != null && !value.isBlank() && !value.equals("-") && value.length() <= LONGEST;
  }

  /** Different for all different entities. */
  public String key() {
    return kind.label + ":" + value;
  }
}
