package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.CaseTrail.Act;
import io.zhidun.service.store.Micros;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens cases on filings that no indication names, drawn at random: what reviewers find there tells
 * how much the indications miss.
 */
@Service
class CaseSample {
  private static final int LOOKED_AT = 200;

  private final FilingRepository filings;
  private final CaseRepository cases;
  private final CaseCounter counter;
  private final CaseNews news;
  private final FilingCaseProperties properties;
  private final TransactionOperations transaction;
  private final Clock clock;

  CaseSample(
      FilingRepository filings,
      CaseRepository cases,
      CaseCounter counter,
      CaseNews news,
      FilingCaseProperties properties,
      TransactionOperations transaction,
      Clock clock) {
    this.filings = filings;
    this.cases = cases;
    this.counter = counter;
    this.news = news;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Opens as many as there is room for; a filing without room waits. */
  @Scheduled(fixedDelayString = "${zhidun.filing-cases.sample-every:10m}")
  void draw() {
    transaction.executeWithoutResult(
        status -> {
          long last = counter.lock();
          int room = properties.sampleOpen() - cases.openSamples();
          long before = Micros.of(clock.instant().minus(properties.sampleAfter()));
          Map<FilingCase, String> opened = new LinkedHashMap<>();
          for (FilingRow filing : filings.drawn(before, LOOKED_AT)) {
            if (opened.size() >= room) {
              break;
            }
            filings.looked(filing.applicationNumber());
            if (!cases.named(filing.applicationNumber())) {
              opened.put(open(filing, ++last), filing.applicationNumber());
            }
          }
          cases.save(opened.keySet(), List.of());
          opened.forEach((one, number) -> cases.addFilings(one.id, List.of(number)));
          counter.save(last);
          news.changed(opened.keySet());
        });
  }

  private FilingCase open(FilingRow filing, long id) {
    long now = Micros.of(clock.instant());
    String name = filing.applicantName().isEmpty() ? filing.applicantKey() : filing.applicantName();
    FilingCase one =
        new FilingCase(
            id,
            FilingCase.number(id, clock.instant()),
            // Apart from the applicant's own case, which an indication may open any time.
            "sample:" + filing.applicationNumber(),
            new SubjectRef("applicant", filing.applicantKey(), name),
            filing.register(),
            FilingCase.SAMPLE,
            now);
    one.filingCount = 1;
    one.lastSignalAt = now;
    one.describe(Map.of());
    one.newTrail.add(
        new CaseTrail(
            now, FilingCase.SYSTEM, Act.OPENED, null, CaseState.PENDING, "", CaseTrail.NO_DETAILS));
    return one;
  }
}
