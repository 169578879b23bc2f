package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Organisation;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.ProtectedMark;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of organisations: who is declared related to whom, who is young and small.
 * Relations are not followed further.
 *
 * <p>Keeps the last {@link #MOST} organisations, of each the first {@link #MOST_RELATED} relations.
 * One thread at a time.
 */
final class Kinship {

  static final int MOST = 1_000_000;
  static final int MOST_RELATED = 200;

  /**
   * What is kept of an organisation.
   *
   * @param founded days since 1970, or {@link Integer#MIN_VALUE}
   * @param insured employees, or -1
   */
  record Entry(int founded, int insured, List<String> related) {}

  private final Map<String, Entry> organisations = new LinkedHashMap<>();

  void see(FilingRecord record) {
    if (!(record instanceof EntityRecord entity)) {
      return;
    }
    if (entity.organisation() != null) {
      put(entity.code(), entry(entity.organisation()));
    }
  }

  @Nullable Entry organisation(String code) {
    return organisations.get(code);
  }

  /** Whether two parties are one, or either declares the other related. */
  boolean related(String a, String b) {
    return a.equals(b) || declares(a, b) || declares(b, a);
  }

  /** The parties that this one itself declares. */
  List<String> relatedTo(String code) {
    Entry entry = organisations.get(code);
    return entry == null ? List.of() : entry.related();
  }

  /** Whether one of the parties is the owner, by code or by name, or declared related to it. */
  boolean owns(List<Party> parties, ProtectedMark mark) {
    for (Party party : parties) {
      boolean named = party.name().equals(mark.owner()) || party.name().equals(mark.ownerKey());
      if (named || related(party.key(), mark.ownerKey())) {
        return true;
      }
    }
    return false;
  }

  private boolean declares(String a, String b) {
    Entry entry = organisations.get(a);
    return entry != null && !entry.related().isEmpty() && entry.related().contains(b);
  }

  private static Entry entry(Organisation organisation) {
    int founded =
        organisation.foundedOn() == null
            ? Integer.MIN_VALUE
            : (int) organisation.foundedOn().toEpochDay();
    return new Entry(founded, organisation.insuredHeadcount(), few(organisation.relatedParties()));
  }

  private static List<String> few(List<String> related) {
    return List.copyOf(related.subList(0, Math.min(MOST_RELATED, related.size())));
  }

  private void put(String code, Entry entry) {
    organisations.remove(code);
    organisations.put(code, entry);
    if (organisations.size() > MOST) {
      Iterator<String> oldest = organisations.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
