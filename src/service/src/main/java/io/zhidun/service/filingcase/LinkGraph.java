package io.zhidun.service.filingcase;

import io.zhidun.events.BilingualText;
import io.zhidun.service.filingcase.CaseGraph.Shared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applicants and what they have in common. Natural persons are masked. */
record LinkGraph(List<Node> nodes, List<Edge> edges) {
  static final int MOST_NODES = 400;
  static final int MOST_EDGES = 1_500;

  LinkGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * An applicant or a key.
   *
   * @param masked whether the label hides something
   * @param filings of the case that carry it
   */
  record Node(String id, String type, String label, boolean masked, int filings) {}

  /**
   * A link.
   *
   * @param hub shared by too many to say anything
   */
  record Edge(String from, String to, double weight, boolean hub, BilingualText why) {}

  /** Gathers a graph within its limits. Belongs to one thread. */
  static final class Builder {
    private static final String CUT = "…";

    /** A shorter beginning could be that of several. */
    private static final int SHORTEST_CUT = 6;

    private static final Map<String, BilingualText> TYPES =
        Map.ofEntries(
            type("phone", "电话", "phone"),
            type("email", "邮箱", "e-mail"),
            type("address", "地址", "address"),
            type("device", "设备", "device"),
            type("ip", "网络地址", "network address"),
            type("certificate", "证书", "certificate"),
            type("payer", "缴费账户", "paying account"),
            type("agency", "代理机构", "agency"),
            type("agent", "代理师", "agent"),
            type("account", "账号", "account"),
            type("representative", "法定代表人", "legal representative"),
            type("mark-owner", "商标权利人", "owner of a mark"));

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();

    /** Ids of applicants' nodes by what names the applicant. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** Nodes of keys by what people see of them: evidence and filings may name the same one. */
    private final Map<String, String> byLabel = new LinkedHashMap<>();

    private static Map.Entry<String, BilingualText> type(String type, String zh, String en) {
      return Map.entry(type, new BilingualText(zh, en));
    }

    void applicant(String key, String name) {
      String id = "applicant:" + PersonalNames.shownKey(key, name);
      ids.put(key, id);
      if (nodes.size() < MOST_NODES) {
        nodes.putIfAbsent(
            id,
            new Node(
                id,
                "applicant",
                PersonalNames.shown(key, name),
                PersonalNames.personal(key, name),
                0));
      }
    }

    private String applicantId(String key) {
      return ids.getOrDefault(key, "applicant:" + key);
    }

    void filed(String applicant) {
      nodes.computeIfPresent(
          applicantId(applicant),
          (id, node) -> new Node(id, node.type(), node.label(), node.masked(), node.filings() + 1));
    }

    /** A key that several filings carry. */
    void share(List<Shared> uses, boolean hub) {
      FilingKeys.Key key = uses.get(0).key();
      String id =
          byLabel.computeIfAbsent(key.type() + "\n" + key.label(), label -> nodeId(key.type()));
      if (nodes.size() >= MOST_NODES && !nodes.containsKey(id)) {
        return;
      }
      nodes.put(id, new Node(id, key.type(), key.label(), key.masked(), uses.size()));
      Map<String, Integer> byApplicant = new LinkedHashMap<>();
      uses.forEach(use -> byApplicant.merge(use.applicant(), 1, Integer::sum));
      int applicants = byApplicant.size();
      byApplicant.forEach(
          (applicant, filings) ->
              edge(
                  applicantId(applicant),
                  id,
                  hub ? 0 : filings,
                  hub,
                  why(key.type(), key.label(), applicants, filings)));
    }

    /** The node that people know by this label; evidence may have cut it. */
    private String known(String type, String label) {
      String wanted = type + "\n" + label;
      if (label.endsWith(CUT) && label.length() > SHORTEST_CUT) {
        String begin = wanted.substring(0, wanted.length() - CUT.length());
        for (Map.Entry<String, String> one : byLabel.entrySet()) {
          if (one.getKey().startsWith(begin)) {
            return one.getValue();
          }
        }
      }
      return byLabel.computeIfAbsent(wanted, key -> nodeId(type));
    }

    private String nodeId(String type) {
      return type + "#" + (byLabel.size() + 1);
    }

    private static BilingualText why(String type, String label, int applicants, int filings) {
      BilingualText word = TYPES.getOrDefault(type, new BilingualText(type, type));
      return new BilingualText(
          "%d 件申请使用%s %s（共 %d 家）".formatted(filings, word.zh(), label, applicants),
          "%d filings use %s %s (%d applicants in all)"
              .formatted(filings, word.en(), label, applicants));
    }

    /** Two applicants that are linked by a key, after an indication's evidence. */
    void link(String a, String b, String type, String label, double weight, int applicants) {
      String id = known(type, label);
      if (nodes.size() < MOST_NODES) {
        nodes.putIfAbsent(
            id, new Node(id, type, label, label.contains("*") || label.endsWith(CUT), 0));
      }
      BilingualText word = TYPES.getOrDefault(type, new BilingualText(type, type));
      BilingualText why =
          new BilingualText(
              "%d 家申请人共用%s %s".formatted(applicants, word.zh(), label),
              "%d applicants share %s %s".formatted(applicants, word.en(), label));
      edge(applicantId(a), id, weight, false, why);
      edge(applicantId(b), id, weight, false, why);
    }

    /** Two applicants that an indication links without saying by which key. */
    void link(String a, String b, double weight) {
      edge(applicantId(a), applicantId(b), weight, false, new BilingualText("关联", "linked"));
    }

    /** An edge between two nodes that are there; the first word on a pair stands. */
    private void edge(String from, String to, double weight, boolean hub, BilingualText why) {
      if (nodes.containsKey(from) && nodes.containsKey(to) && edges.size() < MOST_EDGES) {
        edges.putIfAbsent(from + "\n" + to, new Edge(from, to, weight, hub, why));
      }
    }

    /** The graph; keys that link nothing are left out. */
    LinkGraph build() {
      Set<String> linked = new LinkedHashSet<>();
      edges.values().forEach(edge -> linked.addAll(List.of(edge.from(), edge.to())));
      List<Node> shown = new ArrayList<>(nodes.values());
      shown.removeIf(node -> !node.type().equals("applicant") && !linked.contains(node.id()));
      return new LinkGraph(shown, List.copyOf(edges.values()));
    }
  }
}
