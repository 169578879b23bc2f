package io.zhidun.simulator.load;

import io.zhidun.simulator.site.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who uses the systems normally. After a visit a person stays away for a while: the
 * windows of the rules count by account and by address, so two ordinary visits in one window could
 * together look like what a rule looks for.
 */
final class People {
  /** Longer than the longest window of a rule that counts ordinary behaviour (10 minutes). */
  private static final Duration REST = Duration.ofMinutes(11);

  private static final int TRIES = 12;

  /** A group of people who are alike. */
  enum Kind {
    VISITOR(null, 110),
    APPLICANT(Role.APPLICANT, 40),
    AGENT(Role.AGENT, 50),
    CLERK(Role.CLERK, 25),
    EXAMINER(Role.EXAMINER, 40);

    private final @Nullable Role role;
    private final int perRequestRate;

    Kind(@Nullable Role role, int perRequestRate) {
      this.role = role;
      this.perRequestRate = perRequestRate;
    }

    boolean isStaff() {
      return this == CLERK || this == EXAMINER;
    }
  }

  private static final int SMALLEST = 60;

  /** Higher account numbers belong to near misses and attacks. */
  private static final int LARGEST = 7_000;

  private final double rate;
  private final Map<String, Instant> away = new HashMap<>();

  /**
   * @param rate requests a second in the busiest hour; decides how many people there are
   */
  People(double rate) {
    this.rate = rate;
  }

  /** Somebody of this kind who is free now, or empty when all who were asked are not. */
  Optional<Person> free(Kind kind, Instant now, RandomGenerator random) {
    int size = (int) Math.min(LARGEST, Math.max(SMALLEST, rate * kind.perRequestRate));
    for (int i = 0; i < TRIES; i++) {
      Person person = person(kind, random.nextInt(size), random);
      Instant until = away.get(person.address());
      if (until == null || until.isBefore(now)) {
        return Optional.of(person);
      }
    }
    return Optional.empty();
  }

  /** Keeps a person from a next visit until this one is over and the rest has passed. */
  void occupy(Person person, Instant now, Duration visit) {
    away.put(person.address(), now.plus(visit).plus(REST));
  }

  private static Person person(Kind kind, int index, RandomGenerator random) {
    int unique = index * Kind.values().length + kind.ordinal();
    String address = kind.isStaff() ? Addresses.ofStaff(unique) : Addresses.ofPublic(unique);
    String account = kind.role == null ? null : kind.role.account(index);
    return new Person(account, address, UserAgents.pick(random));
  }
}
