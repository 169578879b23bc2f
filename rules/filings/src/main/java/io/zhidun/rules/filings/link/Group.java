package io.zhidun.rules.filings.link;

import java.time.LocalDate;
import java.util.List;

/**
 * Applicants that belong together by what they share; an observation, not a reproach.
 *
 * @param id made of the key of its earliest member when it was first seen; stays while it lives
 * @param name for people to read
 * @param members earliest first, at most {@link Links#MOST_MEMBERS}
 * @param since day of the first filing of its earliest member
 * @param declared whether a register names all members as related to one another
 */
public record Group(
    String id, String name, List<Member> members, LocalDate since, boolean declared) {

  public Group {
    members = List.copyOf(members);
  }
}
