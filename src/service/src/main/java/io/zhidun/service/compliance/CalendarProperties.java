package io.zhidun.service.compliance;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Terms of the calendar. They come from circulars and common practice, so a site can correct them.
 *
 * @param filingWarnDays before the filing's end: an extension is asked for in the last three months
 * @param assessmentDays from one assessment by an assessment body to the next, levels 3 and 4
 * @param assessmentDaysLevel2 the same for level 2, for which practice asks every two years
 * @param assessmentWarnDays before it
 * @param otherWarnDays before ends of plans, waivers and documents
 */
@ConfigurationProperties("zhidun.compliance.calendar")
record CalendarProperties(
    @DefaultValue("92") int filingWarnDays,
    @DefaultValue("365") int assessmentDays,
    @DefaultValue("730") int assessmentDaysLevel2,
    @DefaultValue("60") int assessmentWarnDays,
    @DefaultValue("30") int otherWarnDays) {}
