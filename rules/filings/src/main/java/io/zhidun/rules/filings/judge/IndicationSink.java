package io.zhidun.rules.filings.judge;

/** Who takes indications. */
@FunctionalInterface
public interface IndicationSink {

  void accept(Indication indication);
}
