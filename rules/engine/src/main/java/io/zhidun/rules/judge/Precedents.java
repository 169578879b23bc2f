package io.zhidun.rules.judge;

import io.zhidun.events.Decision;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Decisions made before, found again by what they depended on: the rules are pure, so a case that
 * gives the same answers to the same questions is decided the same. A tree: each node asks the
 * question that the rules asked next, each branch is an answer. Safe for all threads.
 */
final class Precedents {
  /** Beyond it all are forgotten: where answers are mostly new, looking them up gains nothing. */
  private static final int MOST_NODES = 4_096;

  private final Map<Surroundings, Node> roots = new ConcurrentHashMap<>();
  private final AtomicInteger nodes = new AtomicInteger();

  /** Asks for more, or holds a decision. */
  private record Node(
      @Nullable Question question, Map<Object, Node> branches, @Nullable Decision decision) {
    static Node asking(Question question) {
      return new Node(question, new ConcurrentHashMap<>(2), null);
    }

    static Node deciding(Decision decision) {
      return new Node(null, Map.of(), decision);
    }
  }

  /** The decision on a case like this, or null. */
  @Nullable Decision find(Surroundings around, Case judged) {
    Node node = roots.get(around);
    while (node != null && node.question != null) {
      node = node.branches.get(judged.answer(node.question));
    }
    return node == null ? null : node.decision;
  }

  /** Keeps a decision under the questions that led to it, at least one. */
  void keep(Surroundings around, Map<Question, Object> asked, Decision decision) {
    if (nodes.get() >= MOST_NODES) {
      roots.clear();
      nodes.set(0);
    }
    Map<Object, Node> branches = null;
    Object answer = null;
    for (Map.Entry<Question, Object> entry : asked.entrySet()) {
      Node next = Node.asking(entry.getKey());
      Node there =
          branches == null ? roots.putIfAbsent(around, next) : branches.putIfAbsent(answer, next);
      if (there == null) {
        nodes.incrementAndGet();
        there = next;
      }
      if (!entry.getKey().equals(there.question)) {
        // Asked in another order than before: still right, but not worth a second tree.
        return;
      }
      branches = there.branches;
      answer = entry.getValue();
    }
    if (branches != null
        && answer != null
        && branches.putIfAbsent(answer, Node.deciding(decision)) == null) {
      nodes.incrementAndGet();
    }
  }
}
