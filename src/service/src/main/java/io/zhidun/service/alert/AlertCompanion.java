package io.zhidun.service.alert;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A feature that has something to say on an alert's page, which alerts know nothing of. */
public interface AlertCompanion {

  /** The member of the alert under which it stands. */
  String name();

  /**
   * What it has to say, as values that become JSON.
   *
   * @param fields values that the alert is about, by the name of the field
   */
  List<?> of(Map<String, Set<String>> fields);
}
