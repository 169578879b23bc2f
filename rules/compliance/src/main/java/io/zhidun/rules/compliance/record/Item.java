package io.zhidun.rules.compliance.record;

import org.jspecify.annotations.Nullable;

/**
 * A requirement of the catalogue (测评项).
 *
 * @param id level, clause and letter as in L3-8.1.4.9-b; of an extension L3-8.2.1.1-a
 * @param level 2 to 4
 * @param category security layer, 安全物理环境 and so on
 * @param controlPoint 控制点
 * @param letter a, b, c…
 * @param gloss our own short text, never the standard's wording
 * @param evidenceHint what would show it
 * @param extension cloud, mobile, iot, ics, or null
 */
public record Item(
    String id,
    int level,
    String clause,
    Texts category,
    Texts controlPoint,
    String letter,
    Texts gloss,
    EvidenceClass evidenceClass,
    Texts evidenceHint,
    @Nullable String extension) {}
