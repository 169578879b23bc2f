package io.zhidun.cause.topology;

import io.zhidun.cause.Texts;

/** What a node of the map is. */
public enum NodeKind {
  SERVICE("服务", "service"),
  INSTANCE("实例", "instance"),
  HOST("主机", "host"),
  DATABASE("数据库", "database"),
  QUEUE("队列", "queue"),
  ZONE("网络区域", "zone"),
  CAPABILITY("业务能力", "business capability");

  private final Texts text;

  NodeKind(String zh, String en) {
    text = new Texts(zh, en);
  }

  public Texts text() {
    return text;
  }
}
