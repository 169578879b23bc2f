package io.zhidun.simulator.record;

import java.time.LocalDate;

/**
 * An invented trademark.
 *
 * @param id {@code TM} and eight digits
 * @param niceClass from 1 to 45
 * @param organisation code of the applicant
 */
public record Mark(String id, String name, int niceClass, String organisation, LocalDate filed) {}
