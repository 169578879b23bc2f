/**
 * Service-level objectives and how fast their error budgets burn. Source: Beyer et al., The Site
 * Reliability Workbook (2018), chapter 5, "Alerting on SLOs".
 */
@NullMarked
package io.zhidun.measure.objective;

import org.jspecify.annotations.NullMarked;
