/**
 * Templates of log lines, mined as they come. Source: He, Zhu, Zheng and Lyu, "Drain: An Online Log
 * Parsing Approach with Fixed Depth Tree" (ICWS 2017).
 */
@NullMarked
package io.zhidun.measure.template;

import org.jspecify.annotations.NullMarked;
