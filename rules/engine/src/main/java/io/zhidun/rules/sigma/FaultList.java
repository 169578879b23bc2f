package io.zhidun.rules.sigma;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers the faults of one document while the parser goes on. */
final class FaultList {
  private final String path;
  private final List<Fault> faults = new ArrayList<>();
  private String rule = "";

  FaultList(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  /** Names the rule that following faults belong to. */
  void in(String name) {
    rule = name;
  }

  void error(Node at, String message) {
    error(YamlNodes.line(at), message);
  }

  void error(int line, String message) {
    add(new Fault(path, line, rule, message, false));
  }

  void error(int line, int column, String message) {
    add(new Fault(path, line, column, rule, message, false));
  }

  void unsupported(Node at, String message) {
    add(new Fault(path, YamlNodes.line(at), rule, message, true));
  }

  /** What is read twice is told once. */
  private void add(Fault fault) {
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  List<Fault> all() {
    return faults;
  }

  int size() {
    return faults.size();
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }
}
