/** Boards and rules against a real Prometheus that scraped what the parts really expose. */
@NullMarked
package io.zhidun.grafana;

import org.jspecify.annotations.NullMarked;
