package io.zhidun.cause.fact;

import io.zhidun.cause.Texts;

/** What a fact says of its node, in the ranking's words; sources map their own rules onto these. */
public enum Signal {
  LATENCY(Source.METRIC, "响应变慢", "answers slowly"),
  ERRORS(Source.METRIC, "错误增多", "answers with errors"),
  SATURATION(Source.METRIC, "资源饱和", "a resource is saturated"),
  DISK_FULL(Source.METRIC, "磁盘写满", "its disk is full"),
  MEMORY(Source.METRIC, "内存将尽", "runs out of memory"),
  BACKLOG(Source.METRIC, "积压增长", "its backlog grows"),
  SURGE(Source.METRIC, "请求量突增", "gets unusually many requests"),
  FANOUT(Source.METRIC, "每次请求的下游调用激增", "sends unusually many calls for each request"),
  LULL(Source.METRIC, "请求量骤降", "gets unusually few requests"),
  CLOCK(Source.METRIC, "时钟偏移", "its clock is off"),
  DOWN(Source.PROBE, "探测不通", "does not answer a probe"),
  CERTIFICATE(Source.PROBE, "证书过期或无效", "its certificate is expired or invalid"),
  ROUTE(Source.PROBE, "IPv6 不可达", "is not reached over IPv6"),
  LOG(Source.LOG, "日志出现异常模板", "logs what it did not log before"),
  RESTART(Source.LOG, "进程重启", "its process restarted"),
  SECURITY(Source.SECURITY, "安全检测命中", "a security detection names it"),
  DEPLOYMENT(Source.CHANGE, "发布了新版本", "a new version was deployed"),
  CONFIGURATION(Source.CHANGE, "修改了配置", "its configuration was changed");

  /** Where facts come from. */
  public enum Source {
    METRIC,
    PROBE,
    LOG,
    SECURITY,
    CHANGE
  }

  private final Source source;
  private final Texts text;

  Signal(Source source, String zh, String en) {
    this.source = source;
    text = new Texts(zh, en);
  }

  public Source source() {
    return source;
  }

  /** A predicate for people, such as "answers slowly". */
  public Texts text() {
    return text;
  }

  /** Whether it is a symptom that a cause must explain; changes are not. */
  public boolean isSymptom() {
    return source != Source.CHANGE;
  }
}
