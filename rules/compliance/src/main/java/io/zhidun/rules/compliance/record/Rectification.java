package io.zhidun.rules.compliance.record;

import java.time.LocalDate;

/**
 * A step of the plan that mends what is not met.
 *
 * @param state open, done or verified; verified once a later assessment found it met
 */
public record Rectification(
    String id,
    String item,
    String object,
    String measure,
    String owner,
    LocalDate due,
    String state) {}
