package io.zhidun.simulator.market.stream;

/** What is applied for, written into the line of its filing. */
public sealed interface Work permits PatentWork, MarkWork {
  Kind kind();

  void write(Json json);
}
