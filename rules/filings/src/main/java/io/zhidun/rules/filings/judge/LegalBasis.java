package io.zhidun.rules.filings.judge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A provision that an indication may be read under, with the days on which it is in force.
 *
 * @param code of the law or order
 * @param article such as 第三条第一项
 * @param from first day in force
 * @param until first day no longer in force, or null
 */
public record LegalBasis(
    String code,
    String lawZh,
    String lawEn,
    String article,
    LocalDate from,
    @Nullable LocalDate until) {}
