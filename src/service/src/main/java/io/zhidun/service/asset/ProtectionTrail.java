package io.zhidun.service.asset;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who changed or looked at what is protected; the one door of these features to the audit trail.
 */
@Component
public class ProtectionTrail {
  private static final Logger log = LoggerFactory.getLogger(ProtectionTrail.class);

  /**
   * @param act such as asset.changed or evidence.viewed
   * @param target id of what it was done to
   */
  public void add(String account, String act, String target, Map<String, Object> details) {
    log.info("{} {} {} {}", account, act, target, details);
  }
}
