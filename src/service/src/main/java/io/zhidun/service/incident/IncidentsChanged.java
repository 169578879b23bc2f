package io.zhidun.service.incident;

import java.util.List;

/** Incidents were opened or changed; announced in the transaction that does it. */
public record IncidentsChanged(List<Change> incidents) {
  public IncidentsChanged {
    incidents = List.copyOf(incidents);
  }

  /**
   * An incident as it is now.
   *
   * @param row as lists show it
   */
  public record Change(long id, Object row) {}
}
