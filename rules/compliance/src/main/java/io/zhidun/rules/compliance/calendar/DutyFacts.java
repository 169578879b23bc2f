package io.zhidun.rules.compliance.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a system, as days of the office.
 *
 * @param oldestLog day of the oldest record that is still kept
 * @param loggingSince day since which logs are kept at all; before it none can be asked for
 * @param filedOn day of the filing certificate; where the system itself names the end of its
 *     validity, that counts
 * @param assessments days of completed assessments
 * @param cryptoAssessment day of the last assessment of cryptography
 * @param planDrill day of the last drill of the emergency plan
 * @param restoreDrills day of the last good restore drill, by id of the asset; an asset that needs
 *     drills and has none is overdue
 */
public record DutyFacts(
    @Nullable LocalDate oldestLog,
    @Nullable LocalDate loggingSince,
    @Nullable LocalDate filedOn,
    List<LocalDate> assessments,
    @Nullable LocalDate cryptoAssessment,
    @Nullable LocalDate planDrill,
    Map<String, LocalDate> restoreDrills) {

  public DutyFacts {
    assessments = assessments.stream().sorted().toList();
    restoreDrills = Collections.unmodifiableMap(new TreeMap<>(restoreDrills));
  }

  /** Nothing is known. */
  public static DutyFacts none() {
    return new DutyFacts(null, null, null, List.of(), null, null, Map.of());
  }
}
