package io.zhidun.service.filingcase;

import io.zhidun.service.access.Directory;
import io.zhidun.service.access.Directory.Person;
import io.zhidun.service.filingcase.CaseRow.Assignee;
import io.zhidun.service.store.Micros;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows cases as everybody may see them. */
@Component
class CaseFace {
  private final Directory directory;

  CaseFace(Directory directory) {
    this.directory = directory;
  }

  CaseRow of(FilingCase one) {
    return new CaseRow(
        one.id,
        one.number,
        one.subject.shown(),
        one.register,
        one.state,
        one.tier,
        one.tier == null ? null : one.scoreMillionths / 1e6,
        one.kinds,
        one.filingCount,
        one.memberCount,
        Micros.instant(one.openedAt),
        Micros.instant(one.updatedAt),
        Micros.instant(one.lastSignalAt),
        one.dueAt == FilingCase.NOTHING_DUE ? null : Micros.instant(one.dueAt),
        assignee(one.assignee),
        one.origin);
  }

  private @Nullable Assignee assignee(@Nullable String username) {
    return username == null
        ? null
        : new Assignee(
            username, directory.find(username).map(Person::displayName).orElse(username));
  }
}
