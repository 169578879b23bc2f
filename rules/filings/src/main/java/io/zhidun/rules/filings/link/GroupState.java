package io.zhidun.rules.filings.link;

/** A group as it stands now. */
final class GroupState {

  final int number;
  final String id;
  int[] members = {};
  int[] core = {};
  int settledOn;
  int settledAt = -1;

  /** Whether two cores meet in one key, which must remain nearly all theirs. */
  boolean joined;

  boolean retired;

  /** What was last said of it; 0 members where nothing holds. */
  int saidMembers;

  int[] saidOf = {};
  int saidFilings;
  int filingsSince;

  GroupState(int number, String id) {
    this.number = number;
    this.id = id;
  }

  boolean hasInCore(int key) {
    for (int other : core) {
      if (other == key) {
        return true;
      }
    }
    return false;
  }
}
