package io.zhidun.collectors.core;

/**
 * Way of one source's records to the platform. It outlives restarts of the collector. An outlet has
 * one feeding thread at a time; its counters may be read from any.
 */
public interface Outlet {
  /** Counters of the source; the outlet itself counts what it takes and what it ships. */
  SourceCounters counters();
}
