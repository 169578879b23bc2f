package io.zhidun.service.filingcase;

import io.zhidun.service.access.Role;
import io.zhidun.service.filingcase.CaseSearch.Facets;
import io.zhidun.service.filingcase.CaseTimeline.Item;
import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import io.zhidun.service.web.Problems;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Filing cases for reading. */
@RestController
@RequestMapping("/api/v1/filing-cases")
class CaseEndpoint {
  private static final String ACCESS_ORDER = "-id";

  private final CaseSearch search;
  private final CaseDetail detail;
  private final CaseGraph graph;
  private final CaseTimeline timeline;
  private final MonthlyReport reports;
  private final AccessLog access;

  CaseEndpoint(
      CaseSearch search,
      CaseDetail detail,
      CaseGraph graph,
      CaseTimeline timeline,
      MonthlyReport reports,
      AccessLog access) {
    this.search = search;
    this.detail = detail;
    this.graph = graph;
    this.timeline = timeline;
    this.reports = reports;
    this.access = access;
  }

  @GetMapping
  Page<CaseRow> list(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    CaseFilter filter = CaseFilter.read(parameters);
    CaseOrder.Directed order = order(parameters);
    Cursor cursor = cursor(parameters, order);
    int limit = parameters.limit();
    parameters.check();
    return search.page(filter, order, cursor, limit);
  }

  @GetMapping("/facets")
  Facets facets(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    CaseFilter filter = CaseFilter.read(parameters);
    parameters.check();
    return search.facets(filter);
  }

  @GetMapping("/{id}")
  ObjectNode one(@PathVariable String id) {
    return detail.of(id(id));
  }

  @GetMapping("/{id}/graph")
  LinkGraph graph(@PathVariable String id) {
    return graph.of(id(id));
  }

  @GetMapping("/{id}/timeline")
  Map<String, List<Item>> timeline(@PathVariable String id) {
    return Map.of("items", timeline.of(id(id)));
  }

  @GetMapping("/report")
  MonthlyReport.Report report(@RequestParam(defaultValue = "") String month) {
    try {
      YearMonth read = YearMonth.parse(month);
      if (read.getYear() >= 1970 && read.getYear() <= 9998) {
        return reports.of(read);
      }
    } catch (DateTimeException e) {
      // The problem below says it.
    }
    throw Problems.invalid("month", month, "must be a month such as 2026-11");
  }

  /** Everybody's for an auditor; a reviewer sees only what is their own. */
  @GetMapping("/access-log")
  Page<AccessLog.Entry> accessLog(
      @RequestParam MultiValueMap<String, String> query, Authentication who) {
    Parameters parameters = new Parameters(query);
    String text = parameters.text("cursor", 1024);
    int limit = parameters.limit();
    long before = Long.MAX_VALUE;
    if (text != null) {
      Cursor cursor = Cursor.decode(text, ACCESS_ORDER, 1);
      if (cursor == null || !cursor.keys().get(0).matches("\\d{1,18}")) {
        parameters.fault("cursor", text, "must be the next of a page");
      } else {
        before = Long.parseLong(cursor.keys().get(0));
      }
    }
    parameters.check();
    String account = holds(who, Role.AUDITOR) ? null : who.getName();
    List<AccessLog.Entry> found = access.latest(account, before, limit + 1);
    boolean more = found.size() > limit;
    List<AccessLog.Entry> items = more ? found.subList(0, limit) : found;
    String next =
        more
            ? new Cursor(ACCESS_ORDER, List.of(Long.toString(items.get(limit - 1).id()))).encode()
            : null;
    return new Page<>(items, next, access.count(account));
  }

  static boolean holds(Authentication who, Role role) {
    return who.getAuthorities().stream()
        .anyMatch(authority -> role.label().equals(authority.getAuthority()));
  }

  /** Reads an id, or the number that people know the case by. */
  static long id(String text) {
    String digits = text.replaceFirst("^FC-\\d{4}-", "");
    if (!digits.matches("\\d{1,18}")) {
      throw Problems.invalid("id", text, "must be a filing case's id or number");
    }
    return Long.parseLong(digits);
  }

  private static CaseOrder.Directed order(Parameters parameters) {
    List<CaseOrder.Directed> given =
        parameters.each("sort", CaseOrder.RULE, CaseOrder.Directed::of);
    return given.isEmpty() ? CaseOrder.Directed.DEFAULT : given.get(0);
  }

  private static @Nullable Cursor cursor(Parameters parameters, CaseOrder.Directed order) {
    String text = parameters.text("cursor", 1024);
    if (text == null) {
      return null;
    }
    Cursor cursor = order.cursor(text);
    if (cursor == null) {
      parameters.fault("cursor", text, "must be the next of a page with the same sort");
    }
    return cursor;
  }
}
