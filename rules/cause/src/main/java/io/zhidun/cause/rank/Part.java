package io.zhidun.cause.rank;

import io.zhidun.cause.Texts;

/** What speaks for a cause; each is a part of its score. */
public enum Part {
  EXPLAINS("解释的症状", "symptoms explained"),
  EARLIEST("最早出现", "earliest"),
  UPSTREAM("位于依赖的源头", "at the source of the dependencies"),
  CHANGE("此前刚有变更", "changed just before"),
  SATURATION("自身资源或状态异常", "a trouble of its own"),
  SECURITY("路径上有安全检测", "security detection on the path");

  private final Texts text;

  Part(String zh, String en) {
    text = new Texts(zh, en);
  }

  public Texts text() {
    return text;
  }
}
