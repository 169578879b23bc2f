package io.zhidun.stream.filings;

import io.zhidun.events.Topics;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingAction;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.stream.core.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;

/** Under which name and key a canonical record is written. */
enum Canonical {
  FILING("filing") {
    @Override
    String key(FilingRecord record) {
      return ((Filing) record).applicationNumber();
    }
  },
  CHANGE("change") {
    @Override
    String key(FilingRecord record) {
      return ((FilingChange) record).applicationNumber();
    }
  },
  ACTION("action") {
    @Override
    String key(FilingRecord record) {
      return ((FilingAction) record).account();
    }
  },
  ENTITY("entity") {
    @Override
    String key(FilingRecord record) {
      return ((EntityRecord) record).code();
    }
  };

  private final String dataset;
  private final List<Header> headers;

  Canonical(String dataset) {
    this.dataset = dataset;
    this.headers = Outgoing.headers(dataset);
  }

  String dataset() {
    return dataset;
  }

  /** What keeps a subject's records in one order. */
  abstract String key(FilingRecord record);

  static Canonical of(FilingRecord record) {
    if (record instanceof Filing) {
      return FILING;
    }
    if (record instanceof FilingChange) {
      return CHANGE;
    }
    return record instanceof FilingAction ? ACTION : ENTITY;
  }

  Outgoing outgoing(FilingRecord record, byte[] line) {
    return new Outgoing(
        Topics.FILINGS, key(record).getBytes(StandardCharsets.UTF_8), line, headers);
  }
}
