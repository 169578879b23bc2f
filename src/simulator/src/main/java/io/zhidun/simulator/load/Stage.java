package io.zhidun.simulator.load;

import io.zhidun.simulator.log.AuthLog;
import io.zhidun.simulator.site.Accounts;
import io.zhidun.simulator.web.SystemName;
import io.zhidun.simulator.web.Transport;
import java.util.Map;

/**
 * What visits and attacks act upon: the systems through a transport, and the hosts' sign-in logs.
 *
 * @param auth the sign-in log of each system's host
 */
public record Stage(Transport transport, Accounts accounts, Map<SystemName, AuthLog> auth) {
  public Stage {
    auth = Map.copyOf(auth);
  }

  public Browser browser(SystemName system, Person person) {
    return new Browser(transport, system, person);
  }

  public AuthLog auth(SystemName system) {
    AuthLog log = auth.get(system);
    if (log == null) {
      throw new IllegalArgumentException("no sign-in log for " + system.id());
    }
    return log;
  }
}
