package io.zhidun.rules.filings.ledger;

import io.zhidun.rules.filings.record.Address;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Organisation;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Who filed, by number, and what the register says of them. At most 20 million at once. */
public final class Applicants {

  private static final int MOST = 20_000_000;
  private static final int MOST_RELATED = 50;
  private static final int MOST_PROVINCES = 120;
  private static final PartyKind[] KINDS = PartyKind.values();

  private final Names names = new Names(MOST);
  private final ByteColumn kinds = new ByteColumn();
  private final ByteColumn provinces = new ByteColumn();
  private final IntColumn headcounts = new IntColumn();
  private final IntColumn founded = new IntColumn();
  private final IntColumn firstDays = new IntColumn();
  private final ObjectColumn<long[]> related = new ObjectColumn<>();
  private final List<String> provinceNames = new ArrayList<>(List.of(""));
  private final List<IntConsumer> whenForgotten = new ArrayList<>();

  /** Told each number before it can be used again. */
  public void whenForgotten(IntConsumer listener) {
    whenForgotten.add(listener);
  }

  /** The number of the party who filed, or -1 where there is no room. */
  int filed(Party party, int day) {
    int id = names.see(party.key(), party.name(), day);
    if (id < 0) {
      return id;
    }
    if (kinds.get(id) == 0 || party.kind() != PartyKind.OTHER) {
      kinds.set(id, (byte) (party.kind().ordinal() + 1));
    }
    if (firstDays.get(id) == 0) {
      firstDays.set(id, day);
    }
    Address address = party.address();
    if (address != null && address.province() != null) {
      provinces.set(id, provinceNumber(address.province()));
    }
    return id;
  }

  /** The number of the organisation that a register speaks of, or -1. */
  int registered(EntityRecord entity, Organisation organisation, int day) {
    int id = names.see(entity.code(), entity.name(), day);
    if (id < 0) {
      return id;
    }
    kinds.set(id, (byte) (organisation.kind().ordinal() + 1));
    headcounts.set(id, Math.max(organisation.insuredHeadcount(), -1) + 1);
    if (organisation.foundedOn() != null) {
      founded.set(id, Days.of(organisation.foundedOn()));
    }
    related.set(id, hashes(organisation.relatedParties()));
    return id;
  }

  private static long @Nullable [] hashes(List<String> codes) {
    if (codes.isEmpty()) {
      return null;
    }
    return codes.stream().limit(MOST_RELATED).mapToLong(Names::hashOf).sorted().toArray();
  }

  private byte provinceNumber(String province) {
    int number = provinceNames.indexOf(province);
    if (number < 0 && provinceNames.size() < MOST_PROVINCES) {
      number = provinceNames.size();
      provinceNames.add(province);
    }
    return (byte) Math.max(number, 0);
  }

  /** The number of the applicant with the key, or -1. */
  public int find(String key) {
    return names.find(key);
  }

  /** Equal for equal keys, see {@link Names#hashOf}. */
  public long hash(int id) {
    return names.hash(id);
  }

  public String key(int id) {
    return names.key(id);
  }

  public String name(int id) {
    return names.name(id);
  }

  public PartyKind kind(int id) {
    int kind = kinds.get(id);
    return kind == 0 ? PartyKind.OTHER : KINDS[kind - 1];
  }

  /**
   * Universities, institutes and public bodies: much of what looks odd in a company is usual there.
   */
  public boolean isPublicBody(int id) {
    PartyKind kind = kind(id);
    return kind == PartyKind.UNIVERSITY
        || kind == PartyKind.INSTITUTE
        || kind == PartyKind.GOVERNMENT;
  }

  /** The province of the address, or an empty string. */
  public String province(int id) {
    return provinceNames.get(provinces.get(id));
  }

  /** Insured employees, or -1 where unknown: missing is not zero. */
  public int headcount(int id) {
    return headcounts.get(id) - 1;
  }

  /** Day of foundation, or {@link Integer#MIN_VALUE} where unknown. */
  public int foundedDay(int id) {
    int day = founded.get(id);
    return day == 0 ? Integer.MIN_VALUE : day;
  }

  /** Day of the first filing, or 0. */
  public int firstDay(int id) {
    return firstDays.get(id);
  }

  public int lastDay(int id) {
    return names.lastDay(id);
  }

  public int live() {
    return names.live();
  }

  /** Whether a register names one as related to the other, or both as related to a third. */
  public boolean related(int a, int b) {
    return a == b || units(new int[] {a, b}) == 1;
  }

  /** Whether a register names the applicant and the party with the key as related. */
  public boolean related(int id, String otherKey) {
    int other = names.find(otherKey);
    if (other >= 0) {
      return related(id, other);
    }
    long[] others = related.get(id);
    return others != null && Arrays.binarySearch(others, Names.hashOf(otherKey)) >= 0;
  }

  /** How many there are when those whom a register calls related count as one. */
  public int units(int[] ids) {
    int[] leader = new int[ids.length];
    Map<Long, Integer> byHash = new HashMap<>();
    int units = 0;
    for (int i = 0; i < ids.length; i++) {
      leader[i] = i;
      units++;
      units -= join(leader, i, names.hash(ids[i]), byHash);
      long[] others = related.get(ids[i]);
      for (int k = 0; others != null && k < others.length; k++) {
        units -= join(leader, i, others[k], byHash);
      }
    }
    return units;
  }

  private static int join(int[] leader, int i, long hash, Map<Long, Integer> byHash) {
    Integer other = byHash.putIfAbsent(hash, i);
    if (other == null) {
      return 0;
    }
    int a = root(leader, i);
    int b = root(leader, other);
    leader[Math.max(a, b)] = Math.min(a, b);
    return a == b ? 0 : 1;
  }

  private static int root(int[] leader, int i) {
    int at = i;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }

  void sweep(int steps, int oldestDay) {
    names.sweep(
        steps,
        oldestDay,
        id -> {
          whenForgotten.forEach(listener -> listener.accept(id));
          kinds.set(id, (byte) 0);
          provinces.set(id, (byte) 0);
          headcounts.set(id, 0);
          founded.set(id, 0);
          firstDays.set(id, 0);
          related.set(id, null);
        });
  }

  /** Sorts numbers by the day of the first filing, then by number. */
  public int[] eldestFirst(int[] ids) {
    return Arrays.stream(ids)
        .mapToLong(id -> ((long) firstDay(id) << 32) | id)
        .sorted()
        .mapToInt(packed -> (int) packed)
        .toArray();
  }
}
