package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.ledger.Applicants;
import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.Hash64;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.ledger.Names;
import io.zhidun.rules.filings.ledger.ObjectColumn;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.Person;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which applicants belong together, kept up to date with each record.
 *
 * <p>An applicant joins a group only where two keys of different kinds tie it to the group's core
 * ({@link Region}); hubs and keys of agencies link nobody, and links they had made are taken back.
 * Universities, institutes and public bodies are in no group. Evidence counts for 24 months.
 */
public final class Links implements Detector {

  /** No group has more members; the earliest are kept. */
  public static final int MOST_MEMBERS = 200;

  private static final int SETTLE_AGAIN_AFTER = 30;
  private static final int SWEEP_STEPS = 24;

  /** Steps of work that each filing pays for, and how many may be saved up. */
  private static final int CREDIT = 500;

  private static final int MOST_CREDIT = 1_000_000;
  private static final KeyType[] TYPES = KeyType.values();
  private static final int[] NOBODY = {};

  private final Ledger ledger;
  private final KeyShares shares;
  private final LinkPaths paths;
  private final DispersedFiling dispersed;
  private final ObjectColumn<GroupState> groups = new ObjectColumn<>();
  private final Map<String, GroupState> byId = new HashMap<>();
  private final Set<Long> ofAgencies = new HashSet<>();
  private final Set<GroupState> changed = new LinkedHashSet<>();
  private final Set<Integer> pending = new LinkedHashSet<>();
  private int credit = MOST_CREDIT;
  private int groupsMade;

  public Links() {
    this(new Ledger());
  }

  /**
   * @param ledger that the other detectors of the stream share
   */
  public Links(Ledger ledger) {
    this.ledger = ledger;
    this.shares = new KeyShares(ledger);
    this.paths = new LinkPaths(ledger, shares);
    this.dispersed = new DispersedFiling(ledger, this);
    ledger.applicants().whenForgotten(this::forget);
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record)) {
      return;
    }
    if (record instanceof Filing filing) {
      shares.sweep(SWEEP_STEPS, ledger.day() - Days.RETENTION);
      credit = Math.min(MOST_CREDIT, credit + CREDIT);
      seeFiling(filing);
      settlePending();
      dispersed.after(filing, changed, signals);
      changed.clear();
    } else if (record instanceof EntityRecord entity) {
      seeEntity(entity);
    }
  }

  private void seeFiling(Filing filing) {
    int applicant = ledger.applicant();
    if (applicant < 0 || ledger.applicants().isPublicBody(applicant)) {
      return;
    }
    if (isOfAgency(applicant)) {
      discloseAgency(filing);
      return;
    }
    boolean more = false;
    for (KeyType type : TYPES) {
      long hash = FilingKeys.hash(type, filing);
      if (hash != 0) {
        more |= touch(applicant, type, hash, () -> FilingKeys.masked(type, filing));
      }
    }
    settleIfDue(applicant, more);
  }

  private void seeEntity(EntityRecord entity) {
    if (entity.licence() != null) {
      entity.licence().relatedParties().forEach(code -> ofAgencies.add(Names.hashOf(code)));
    }
    Person person =
        entity.organisation() == null ? null : entity.organisation().legalRepresentative();
    Hashed identity = person == null ? null : person.identity();
    int applicant = ledger.applicant();
    if (identity == null || applicant < 0 || ledger.applicants().isPublicBody(applicant)) {
      return;
    }
    KeyType type = KeyType.LEGAL_REPRESENTATIVE;
    long hash = FilingKeys.hash(type, identity.hash());
    settleIfDue(applicant, touch(applicant, type, hash, identity::masked));
    settlePending();
  }

  private boolean isOfAgency(int applicant) {
    return ledger.applicants().kind(applicant) == PartyKind.AGENCY
        || ofAgencies.contains(ledger.applicants().hash(applicant));
  }

  /** What an agency gives as its own contact links none of its clients. */
  private void discloseAgency(Filing filing) {
    for (KeyType type : TYPES) {
      long hash = FilingKeys.hash(type, filing);
      if (hash != 0) {
        shares.touch(ledger.applicant(), type, hash, ledger.day(), () -> "");
        settle(shares.makeHub(hash));
      }
    }
  }

  /** Whether the applicant shares more than before. */
  private boolean touch(int applicant, KeyType type, long hash, Supplier<String> masked) {
    switch (shares.touch(applicant, type, hash, ledger.day(), masked)) {
      case NOTHING:
        return false;
      case BECAME_HUB:
        settle(shares.makeHub(hash));
        return false;
      case SHARED:
        settleWhereLost(hash);
        return true;
    }
    return false;
  }

  /**
   * By its latest applicant a key may have become an agency's, or no longer be nearly all that of
   * the two cores that meet in it.
   */
  private void settleWhereLost(long hash) {
    Sharers sharers = shares.sharers(hash);
    if (sharers == null || !sharers.type.isStrong()) {
      return;
    }
    boolean links = shares.links(sharers);
    for (int i = 0; i < sharers.size(); i++) {
      GroupState group = groups.get(sharers.applicant(i));
      if (group != null
          && (group.joined || !links)
          && group.settledAt != ledger.row()
          && group.hasInCore(sharers.key)) {
        settle(group.members);
      }
    }
  }

  private void settleIfDue(int applicant, boolean more) {
    GroupState group = groups.get(applicant);
    boolean old = group != null && ledger.day() - group.settledOn > SETTLE_AGAIN_AFTER;
    if (!more && !old) {
      return;
    }
    pending.add(applicant);
  }

  /** Works off what is due as far as the work that filings pay for goes; the rest waits. */
  private void settlePending() {
    while (credit > 0 && !pending.isEmpty()) {
      int applicant = pending.iterator().next();
      pending.remove(applicant);
      if (groups.get(applicant) != null
          || Region.kinds(shares.linking(applicant, ledger.day(), shares::links)) >= 2) {
        settle(new int[] {applicant});
      }
    }
  }

  /** Works out the groups anew around the applicants. */
  private void settle(int[] seeds) {
    if (seeds.length == 0) {
      return;
    }
    Region region = new Region(shares, ledger.day());
    region.gather(seeds, this::companions);
    credit -= region.work();
    Map<Integer, GroupState> before = new HashMap<>();
    for (int applicant : region.visited()) {
      GroupState group = groups.get(applicant);
      if (group != null) {
        before.put(applicant, group);
        groups.set(applicant, null);
      }
    }
    Set<GroupState> open = new LinkedHashSet<>(before.values());
    region.cores().stream()
        .map(core -> new Region.Core(earliest(core.members()), core.keys(), core.joined()))
        .sorted(
            Comparator.<Region.Core>comparingInt(core -> -core.members().length)
                .thenComparingInt(core -> core.members()[0]))
        .forEach(core -> place(core, before, open));
    open.forEach(this::retire);
  }

  private int[] companions(int applicant) {
    GroupState group = groups.get(applicant);
    return group == null ? NOBODY : group.members;
  }

  private int[] earliest(int[] members) {
    int[] sorted = ledger.applicants().eldestFirst(members);
    return sorted.length > MOST_MEMBERS ? Arrays.copyOf(sorted, MOST_MEMBERS) : sorted;
  }

  /** Gives the core the group that most of its members were in, else a new one. */
  private void place(Region.Core core, Map<Integer, GroupState> before, Set<GroupState> open) {
    Map<GroupState, Integer> votes = new HashMap<>();
    for (int member : core.members()) {
      GroupState group = before.get(member);
      if (group != null && open.contains(group)) {
        votes.merge(group, 1, Integer::sum);
      }
    }
    GroupState group =
        votes.keySet().stream()
            .max(
                Comparator.<GroupState>comparingInt(g -> votes.getOrDefault(g, 0))
                    .thenComparingInt(g -> -g.number))
            .orElseGet(() -> newGroup(core.members()));
    open.remove(group);
    group.settledOn = ledger.day();
    group.settledAt = ledger.row();
    group.core = core.keys();
    group.joined = core.joined();
    if (!Arrays.equals(group.members, core.members())) {
      group.members = core.members();
      changed.add(group);
    }
    for (int member : core.members()) {
      groups.set(member, group);
    }
  }

  private GroupState newGroup(int[] members) {
    String id = "";
    for (int i = 0; i < members.length && (i == 0 || byId.containsKey(id)); i++) {
      id = "g-" + Long.toHexString(Hash64.of('G', ledger.applicants().key(members[i])));
    }
    GroupState group = new GroupState(++groupsMade, id);
    byId.put(id, group);
    return group;
  }

  private void retire(GroupState group) {
    group.retired = true;
    group.members = NOBODY;
    group.core = NOBODY;
    byId.remove(group.id);
    changed.add(group);
  }

  private void forget(int applicant) {
    shares.forgetApplicant(applicant);
    pending.remove(applicant);
    GroupState group = groups.get(applicant);
    if (group == null) {
      return;
    }
    groups.set(applicant, null);
    group.members = Arrays.stream(group.members).filter(m -> m != applicant).toArray();
    if (group.members.length == 0) {
      group.retired = true;
      byId.remove(group.id);
    }
  }

  /** The group that the applicant belongs to. */
  public Optional<Group> groupOf(String applicantKey) {
    int applicant = ledger.applicants().find(applicantKey);
    GroupState group = applicant < 0 ? null : groups.get(applicant);
    return group == null || group.members.length < 2 ? Optional.empty() : Optional.of(group(group));
  }

  /** The group of the id. */
  public Optional<Group> group(String id) {
    GroupState group = byId.get(id);
    return group == null ? Optional.empty() : Optional.of(group(group));
  }

  /** The links of the group: each member but the first with an earlier one, heaviest first. */
  public List<Link> links(Group group) {
    GroupState state = byId.get(group.id());
    return state == null ? List.of() : paths.of(state.members);
  }

  /** Number of the applicant's group, or 0: for detectors that count a group as one. */
  public int groupNumber(int applicant) {
    GroupState group = applicant < 0 ? null : groups.get(applicant);
    return group == null ? 0 : group.number;
  }

  /**
   * How many have the key: exact up to the cap of its type, {@link Integer#MAX_VALUE} for a hub.
   *
   * @param hash see {@link FilingKeys}
   */
  public int degree(long hash) {
    return shares.degree(hash);
  }

  /** The applicants that share the key; empty for a hub and for a key of one applicant. */
  public int[] sharers(long hash) {
    Sharers sharers = shares.sharers(hash);
    int[] ids = new int[sharers == null ? 0 : sharers.size()];
    for (int i = 0; sharers != null && i < ids.length; i++) {
      ids[i] = sharers.applicant(i);
    }
    return ids;
  }

  /** How many keys are held. */
  public int keys() {
    return shares.live();
  }

  Group group(GroupState state) {
    Applicants applicants = ledger.applicants();
    List<Member> members = new ArrayList<>(state.members.length);
    for (int member : state.members) {
      members.add(new Member(applicants.key(member), applicants.name(member)));
    }
    String first = members.isEmpty() ? state.id : members.get(0).name();
    int since = state.members.length == 0 ? ledger.day() : applicants.firstDay(state.members[0]);
    return new Group(
        state.id,
        members.size() > 1 ? first + " 等 " + members.size() + " 家" : first,
        members,
        Days.date(since),
        state.members.length > 1 && applicants.units(state.members) == 1);
  }

  /** By type of key: how many keys the core has, and how many members have one of them. */
  Map<String, Object> sharedKeys(GroupState state) {
    Map<KeyType, Set<Integer>> keys = new EnumMap<>(KeyType.class);
    Map<KeyType, Set<Integer>> members = new EnumMap<>(KeyType.class);
    for (int member : state.members) {
      for (Sharers sharers : shares.shared(member)) {
        if (state.hasInCore(sharers.key)) {
          keys.computeIfAbsent(sharers.type, t -> new HashSet<>()).add(sharers.key);
          members.computeIfAbsent(sharers.type, t -> new HashSet<>()).add(member);
        }
      }
    }
    Map<String, Object> numbers = new LinkedHashMap<>();
    keys.forEach((type, ids) -> numbers.put(type.wire() + ".keys", ids.size()));
    members.forEach((type, ids) -> numbers.put(type.wire() + ".applicants", ids.size()));
    return numbers;
  }

  @Nullable GroupState stateOf(int applicant) {
    return applicant < 0 ? null : groups.get(applicant);
  }

  LinkPaths paths() {
    return paths;
  }
}
