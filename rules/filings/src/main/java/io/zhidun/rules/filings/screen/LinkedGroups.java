package io.zhidun.rules.filings.screen;

import io.zhidun.rules.filings.judge.Groups;
import io.zhidun.rules.filings.judge.Member;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.link.Links;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links of the stream as the judge asks for them. */
final class LinkedGroups implements Groups {

  private final Links links;
  private final Ledger ledger;

  LinkedGroups(Links links, Ledger ledger) {
    this.links = links;
    this.ledger = ledger;
  }

  @Override
  public @Nullable Group of(String applicantKey) {
    return links.groupOf(applicantKey).map(LinkedGroups::group).orElse(null);
  }

  @Override
  public @Nullable Group ofFiling(String applicationNumber) {
    int row = ledger.rows().find(applicationNumber);
    int applicant = row < 0 ? -1 : ledger.rows().applicant(row);
    return applicant < 0 ? null : of(ledger.applicants().key(applicant));
  }

  @Override
  public @Nullable Group byId(String id) {
    return links.group(id).map(LinkedGroups::group).orElse(null);
  }

  private static Group group(io.zhidun.rules.filings.link.Group linked) {
    List<Member> members =
        linked.members().stream().map(member -> new Member(member.key(), member.name())).toList();
    return new Group(linked.id(), linked.name(), members);
  }
}
