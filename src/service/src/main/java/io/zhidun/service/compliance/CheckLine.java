package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Texts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check and how its last run went.
 *
 * @param interval how often it runs here
 * @param items how many requirements of all levels it serves
 * @param answered whether this installation has a collector for it at all
 * @param lastEvidence how many objects the last run had evidence of
 * @param lastError what went wrong in it, null where nothing did
 * @param failures runs in which something went wrong
 */
record CheckLine(
    String code,
    Texts title,
    Duration interval,
    int items,
    boolean answered,
    @Nullable Instant lastRun,
    @Nullable Long lastDurationMillis,
    @Nullable Integer lastEvidence,
    @Nullable String lastError,
    long runs,
    long failures,
    boolean running) {}
