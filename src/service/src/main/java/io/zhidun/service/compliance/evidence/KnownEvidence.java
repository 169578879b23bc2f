package io.zhidun.service.compliance.evidence;

import io.zhidun.rules.compliance.record.Evidence;
import java.util.List;

/** The newest evidence of a system, for collectors that conclude from what others saw. */
public interface KnownEvidence {
  List<Evidence> latest(String system);
}
