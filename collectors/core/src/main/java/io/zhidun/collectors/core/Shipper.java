package io.zhidun.collectors.core;

/**
 * Brings records to the platform; shared by all collectors of an agent. Asking twice for a source
 * gives the same outlet.
 */
public interface Shipper {
  /** Outlet of a source that can be read again. */
  ReplayOutlet replay(Source source);

  /** Outlet of a source that speaks once. */
  StreamOutlet stream(Source source);
}
