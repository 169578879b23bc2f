package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.SignalSink;

/** Looks at the texts of each patent filing as it comes. */
interface TextDetector {

  void see(Arrival arrival, SignalSink signals);
}
