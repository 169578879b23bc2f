package io.zhidun.simulator.site;

import io.zhidun.simulator.log.SystemLogs;
import io.zhidun.simulator.record.Library;
import io.zhidun.simulator.web.SystemName;
import java.time.Clock;

/**
 * What the handlers of one system share.
 *
 * @param library what the system holds
 * @param backend what stands behind the system
 */
public record SiteContext(
    SystemName name,
    Clock clock,
    Accounts accounts,
    Sessions sessions,
    Library library,
    SystemLogs logs,
    SiteMetrics metrics,
    Backend backend) {}
