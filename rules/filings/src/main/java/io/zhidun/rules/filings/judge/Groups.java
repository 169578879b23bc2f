package io.zhidun.rules.filings.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which applicants are linked. */
public interface Groups {

  /** The group of the applicant, or null. */
  @Nullable Group of(String applicantKey);

  /** The group of the applicant of that filing, or null. */
  @Nullable Group ofFiling(String applicationNumber);

  /** The group of that id, or null where it is no more. */
  @Nullable Group byId(String id);

  /**
   * Linked applicants.
   *
   * @param id stable while the group grows
   * @param members in the order in which they joined
   */
  record Group(String id, String name, List<Member> members) {

    public Group {
      members = List.copyOf(members);
    }
  }

  /** Nobody is linked. */
  Groups NONE =
      new Groups() {
        @Override
        public @Nullable Group of(String applicantKey) {
          return null;
        }

        @Override
        public @Nullable Group ofFiling(String applicationNumber) {
          return null;
        }

        @Override
        public @Nullable Group byId(String id) {
          return null;
        }
      };
}
