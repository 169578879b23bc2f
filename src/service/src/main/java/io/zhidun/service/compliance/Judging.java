package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.assess.AssessmentInput;
import io.zhidun.rules.compliance.assess.Assessor;
import io.zhidun.rules.compliance.record.Assessment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules that judge; compiled with the first judging, seconds that a start need not wait. */
@Component
class Judging {
  private @Nullable Assessor assessor;

  Assessment assess(AssessmentInput input) {
    return assessor().assess(input);
  }

  private synchronized Assessor assessor() {
    Assessor known = assessor;
    if (known == null) {
      known = Assessor.shipped();
      assessor = known;
    }
    return known;
  }
}
