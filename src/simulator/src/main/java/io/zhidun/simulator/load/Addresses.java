package io.zhidun.simulator.load;

/**
 * Addresses of simulated clients, from the ranges set aside for documentation and benchmarks (RFC
 * 5737, RFC 2544, RFC 3849) and, for staff, from 10.0.0.0/8. The ranges of the public, of near
 * misses and of attackers do not meet.
 */
public final class Addresses {
  private static final int LAST_OCTETS = 250;
  private static final int DOCUMENTATION_HOSTS = 250;

  private Addresses() {}

  /** Address of a member of the public: IPv4 for even indices, IPv6 for odd ones. */
  public static String ofPublic(int index) {
    int half = index / 2;
    if (index % 2 == 1) {
      return "2001:db8:%x:%x::%x".formatted(0x100 + half / 400, 1 + half % 400, 16 + half % 97);
    }
    if (half < DOCUMENTATION_HOSTS) {
      return "198.51.100." + (1 + half);
    }
    int rest = half - DOCUMENTATION_HOSTS;
    int block = rest / LAST_OCTETS;
    return "198." + (18 + block / 256 % 2) + "." + block % 256 + "." + (1 + rest % LAST_OCTETS);
  }

  /** Address of a member of staff: IPv4 for even indices, IPv6 for odd ones. */
  public static String ofStaff(int index) {
    int half = index / 2;
    return index % 2 == 1
        ? "2001:db8:10:%x::%x".formatted(1 + half / LAST_OCTETS, 1 + half % LAST_OCTETS)
        : "10.20." + half / LAST_OCTETS % 256 + "." + (1 + half % LAST_OCTETS);
  }

  /** Address of the n-th client that nearly does what a rule looks for. */
  static String ofNearMiss(int n) {
    return n / 2 % 2 == 1
        ? "2001:db8:2:%x::%x".formatted(1 + n / LAST_OCTETS % 0xffff, 1 + n % LAST_OCTETS)
        : "192.0.2." + (1 + n / 4 % LAST_OCTETS);
  }

  /** Address of the n-th member of staff who does so. */
  static String ofNearMissStaff(int n) {
    return n / 2 % 2 == 1
        ? "2001:db8:11:%x::%x".formatted(1 + n / LAST_OCTETS % 0xffff, 1 + n % LAST_OCTETS)
        : "10.22." + n / LAST_OCTETS % 256 + "." + (1 + n % LAST_OCTETS);
  }

  /** Address of the n-th attacker, IPv6 or IPv4. */
  public static String ofAttacker(int n, boolean ipv6) {
    return ipv6 ? ofAttackerIpv6(n) : ofAttackerIpv4(n);
  }

  private static String ofAttackerIpv4(int n) {
    return "203.0.113." + (1 + n % LAST_OCTETS);
  }

  private static String ofAttackerIpv6(int n) {
    return "2001:db8:bad:%x::%x".formatted(1 + n / LAST_OCTETS % 0xffff, 1 + n % LAST_OCTETS);
  }

  /** Address of the n-th member of staff who abuses an account. */
  public static String ofInsider(int n) {
    return n % 2 == 1
        ? "2001:db8:10:ff::%x".formatted(1 + n % 0xffff)
        : "10.21." + n / LAST_OCTETS % 256 + "." + (1 + n % LAST_OCTETS);
  }
}
