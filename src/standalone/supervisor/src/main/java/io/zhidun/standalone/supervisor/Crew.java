package io.zhidun.standalone.supervisor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All parts of the installation. Each starts when those it needs are ready, and ends when those
 * that need it have ended; parts that do not need each other do so at the same time.
 */
final class Crew {
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param parts in an order in which each stands behind those it needs
   */
  Crew(List<Part> parts) {
    for (Part part : parts) {
      for (String needed : part.spec().after()) {
        if (!this.parts.containsKey(needed)) {
          throw new IllegalArgumentException(
              "part %s needs %s, which must stand before it".formatted(part.spec().name(), needed));
        }
      }
      this.parts.put(part.spec().name(), part);
    }
  }

  void start() {
    for (Part part : parts.values()) {
      List<Part> first = part.spec().after().stream().map(this::named).toList();
      Thread thread = new Thread(() -> part.run(first), part.spec().name());
      threads.add(thread);
      thread.start();
    }
  }

  private Part named(String name) {
    Part part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("no part is named " + name);
    }
    return part;
  }

  List<PartStatus> statuses() {
    return parts.values().stream().map(Part::status).toList();
  }

  /** Ends all parts and returns when all have ended; {@code ended} is told each name. */
  void stop(Consumer<String> ended) throws InterruptedException {
    Map<String, Thread> ending = new HashMap<>();
    List<Part> backwards = new ArrayList<>(parts.values());
    java.util.Collections.reverse(backwards);
    for (Part part : backwards) {
      List<Thread> dependents = dependents(part, ending);
      Thread thread = new Thread(() -> stop(part, dependents, ended), "stop-" + part.spec().name());
      ending.put(part.spec().name(), thread);
      thread.start();
    }
    for (Thread thread : ending.values()) {
      thread.join();
    }
  }

  private List<Thread> dependents(Part part, Map<String, Thread> ending) {
    return parts.values().stream()
        .filter(other -> other.spec().after().contains(part.spec().name()))
        .map(other -> ending.get(other.spec().name()))
        .filter(thread -> thread != null)
        .toList();
  }

  private static void stop(Part part, List<Thread> dependents, Consumer<String> ended) {
    try {
      for (Thread dependent : dependents) {
        dependent.join();
      }
      part.stop();
      ended.accept(part.spec().name());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
