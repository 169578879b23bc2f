package io.zhidun.service.filingcase;

import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds and counts cases. */
@Repository
class CaseSearch {
  private final JdbcClient jdbc;
  private final CaseFace face;

  CaseSearch(JdbcClient jdbc, CaseFace face) {
    this.jdbc = jdbc;
    this.face = face;
  }

  Page<CaseRow> page(
      CaseFilter filter, CaseOrder.Directed order, @Nullable Cursor cursor, int limit) {
    long total = total(filter);
    CaseConditions conditions = new CaseConditions(filter);
    if (cursor != null) {
      order.after(cursor, conditions);
    }
    List<FilingCase> found =
        jdbc.sql(
                "select c.* from filing_case c"
                    + conditions.where()
                    + order.clause()
                    + " limit :rows")
            .params(conditions.with("rows", limit + 1).values())
            .query(CaseRows::read)
            .list();
    boolean more = found.size() > limit;
    List<FilingCase> items = more ? found.subList(0, limit) : found;
    String next = more ? order.cursor(items.get(limit - 1)).encode() : null;
    return new Page<>(items.stream().map(face::of).toList(), next, total);
  }

  private long total(CaseFilter filter) {
    CaseConditions conditions = new CaseConditions(filter);
    return jdbc.sql("select count(*) from filing_case c" + conditions.where())
        .params(conditions.values())
        .query(Long.class)
        .single();
  }

  Facets facets(CaseFilter filter) {
    CaseConditions conditions = new CaseConditions(filter);
    Facets facets = new Facets();
    jdbc.sql(
            "select c.state, c.tier, c.register, c.kinds, count(*) from filing_case c"
                + conditions.where()
                + " group by c.state, c.tier, c.register, c.kinds")
        .params(conditions.values())
        .query(
            rs -> {
              long n = rs.getLong(5);
              facets.state.merge(rs.getString(1), n, Long::sum);
              Tier tier = Tier.ofColumn(rs.getInt(2));
              if (tier != null) {
                facets.tier.merge(tier.label(), n, Long::sum);
              }
              facets.register.merge(rs.getString(3), n, Long::sum);
              CaseRows.list(rs.getString(4)).forEach(kind -> facets.kind.merge(kind, n, Long::sum));
            });
    return facets;
  }

  /** How many cases there are by state, tier, kind and register; a case counts with each kind. */
  static final class Facets {
    public final Map<String, Long> state = new TreeMap<>();
    public final Map<String, Long> tier = new TreeMap<>();
    public final Map<String, Long> kind = new TreeMap<>();
    public final Map<String, Long> register = new TreeMap<>();
  }
}
