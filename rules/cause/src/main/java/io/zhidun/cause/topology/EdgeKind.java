package io.zhidun.cause.topology;

import io.zhidun.cause.Texts;

/**
 * How one node is tied to another. Except for {@link #SERVES}, where the capability rests on the
 * service, the node that the edge leaves rests on the one that it reaches.
 */
public enum EdgeKind {
  /** A service asks another and waits. */
  CALLS("调用", "calls"),
  /** A service on its instance, an instance, database or queue on its host. */
  RUNS_ON("运行于", "runs on"),
  /** A service keeps its data in a database. */
  STORES_IN("存储于", "stores in"),
  PUBLISHES_TO("发布到", "publishes to"),
  READS_FROM("读取自", "reads from"),
  /** A host in a zone of the network. */
  IN_ZONE("位于", "is in"),
  /** A service carries a business capability. */
  SERVES("支撑", "serves");

  private final Texts text;

  EdgeKind(String zh, String en) {
    text = new Texts(zh, en);
  }

  public Texts text() {
    return text;
  }
}
