package io.zhidun.rules.explain;

import java.time.Duration;

/** Time spans in the words of a summary. */
final class Spans {
  private Spans() {}

  static String zh(Duration span) {
    return render(span, " 天", " 小时", " 分钟", " 秒");
  }

  static String en(Duration span) {
    return render(span, " d", " h", " min", " s");
  }

  private static String render(Duration span, String... units) {
    long seconds = span.toSeconds();
    long[] sizes = {86_400, 3_600, 60, 1};
    for (int i = 0; i < sizes.length; i++) {
      // "60 s" says more clearly than "1 min" what a rule counts in.
      boolean clear = sizes[i] != 60 || seconds > 60;
      if (clear && seconds % sizes[i] == 0) {
        return seconds / sizes[i] + units[i];
      }
    }
    throw new IllegalStateException("seconds divide every span");
  }
}
