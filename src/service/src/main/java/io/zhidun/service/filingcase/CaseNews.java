package io.zhidun.service.filingcase;

import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells whoever follows cases what changed, once it is committed. */
@Component
class CaseNews {
  private final ApplicationEventPublisher events;
  private final CaseFace face;

  CaseNews(ApplicationEventPublisher events, CaseFace face) {
    this.events = events;
    this.face = face;
  }

  void changed(Collection<FilingCase> cases) {
    if (!cases.isEmpty()) {
      events.publishEvent(
          new FilingCasesChanged(
              cases.stream()
                  .map(one -> new FilingCasesChanged.Change(one.id, face.of(one)))
                  .toList()));
    }
  }
}
