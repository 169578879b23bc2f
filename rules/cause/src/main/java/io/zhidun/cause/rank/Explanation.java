package io.zhidun.cause.rank;

import io.zhidun.cause.Texts;
import java.time.Instant;
import java.util.List;

/**
 * What is thought of a storm, with all that it rests on.
 *
 * @param setting version of the setting
 * @param storm id of the storm, that of its first fact
 * @param mapAt time of the map that was used
 * @param onset when the storm broke
 * @param last time of its last fact
 * @param alerts how many alerts it holds
 * @param causes the likeliest first, at most five
 * @param symptoms all of them; together they hold every alert of the storm
 * @param capabilities what people cannot do, the worst first
 * @param summary one sentence for the head of a page
 */
public record Explanation(
    int setting,
    String storm,
    Instant mapAt,
    Instant onset,
    Instant last,
    int alerts,
    List<Cause> causes,
    List<FoldedSymptom> symptoms,
    List<AffectedCapability> capabilities,
    Texts summary) {
  public Explanation {
    causes = List.copyOf(causes);
    symptoms = List.copyOf(symptoms);
    capabilities = List.copyOf(capabilities);
  }
}
