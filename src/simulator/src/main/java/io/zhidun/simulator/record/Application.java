package io.zhidun.simulator.record;

import java.time.LocalDate;

/**
 * An invented patent application.
 *
 * @param id {@code CN}, year, kind 1, serial and check digit
 * @param organisation code of the applicant
 * @param published whether the public may read it
 */
public record Application(
    String id, String title, String organisation, boolean published, LocalDate filed) {}
