package io.zhidun.service.ruleset;

import io.zhidun.events.Digests;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts by their digest; written once, never changed. */
@Repository
class RuleTexts {
  private static final int PART = 500;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  RuleTexts(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  /** Stores what is not there yet. Callers hold the counter's lock, so nobody stores meanwhile. */
  void save(Collection<Change> changes) {
    Map<String, String> bodies = new HashMap<>();
    for (Change change : changes) {
      SiteText text = change.text();
      if (text != null) {
        bodies.put(Digests.of(text.text()), text.text());
        if (!text.cases().isEmpty()) {
          bodies.put(Digests.of(text.cases()), text.cases());
        }
      }
    }
    Set<String> missing = new HashSet<>(bodies.keySet());
    missing.removeAll(load(bodies.keySet()).keySet());
    template.batchUpdate(
        "insert into rule_text (digest, body) values (?, ?)",
        missing.stream().map(digest -> new Object[] {digest, bodies.get(digest)}).toList());
  }

  Map<String, String> load(Collection<String> digests) {
    Map<String, String> bodies = new HashMap<>();
    List<String> all = digests.stream().distinct().toList();
    for (int from = 0; from < all.size(); from += PART) {
      jdbc.sql("select digest, body from rule_text where digest in (:digests)")
          .param("digests", all.subList(from, Math.min(all.size(), from + PART)))
          .query(
              rs -> {
                bodies.put(rs.getString(1), rs.getString(2));
              });
    }
    return bodies;
  }

  /** The digest under which cases are kept; null for none. */
  static @Nullable String casesDigest(SiteText text) {
    return text.cases().isEmpty() ? null : Digests.of(text.cases());
  }
}
