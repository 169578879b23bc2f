package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.catalogue.Requirement;
import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.record.Item;
import io.zhidun.rules.compliance.record.Texts;
import io.zhidun.service.asset.Inventory;
import io.zhidun.service.asset.InventorySystem;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Classified protection for reading, and checks that are run by hand. */
@RestController
@RequestMapping("/api/v1/compliance")
class ComplianceEndpoint {
  private static final List<String> EXTENSIONS = List.of("cloud", "mobile", "iot", "ics");

  private final Catalogue catalogue;
  private final Checks checks;
  private final CheckRuns runs;
  private final StateBook states;
  private final Inventory inventory;
  private final SystemViews systems;
  private final EvidenceViews evidence;
  private final Calendar calendar;

  ComplianceEndpoint(
      Catalogue catalogue,
      Checks checks,
      CheckRuns runs,
      StateBook states,
      Inventory inventory,
      SystemViews systems,
      EvidenceViews evidence,
      Calendar calendar) {
    this.catalogue = catalogue;
    this.checks = checks;
    this.runs = runs;
    this.states = states;
    this.inventory = inventory;
    this.systems = systems;
    this.evidence = evidence;
    this.calendar = calendar;
  }

  /** The requirements of a level. */
  record CatalogueView(
      String edition,
      String version,
      int level,
      int count,
      List<Texts> categories,
      List<ItemView> items) {}

  @GetMapping("/catalogue")
  CatalogueView catalogue(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    int level = parameters.number("level", 3, 4);
    if (level < 2) {
      parameters.fault("level", Integer.toString(level), "must be 2, 3 or 4");
    }
    List<String> extensions =
        parameters.each(
            "extension",
            "must be cloud, mobile, iot or ics",
            text -> {
              if (!EXTENSIONS.contains(text)) {
                throw new IllegalArgumentException(text);
              }
              return text;
            });
    parameters.check();
    List<Requirement> of = catalogue.of(level, Set.copyOf(extensions));
    Map<String, Texts> categories = new LinkedHashMap<>();
    for (Requirement one : of) {
      Item item = one.item();
      categories.putIfAbsent(item.category().zh(), item.category());
    }
    List<ItemView> items =
        of.stream().map(one -> ItemView.of(one.item(), checks.of(one.key()))).toList();
    return new CatalogueView(
        catalogue.edition(),
        catalogue.id().replace(catalogue.edition() + " #", ""),
        level,
        items.size(),
        List.copyOf(categories.values()),
        items);
  }

  @GetMapping("/systems")
  Page<SystemViews.Overview> systems() {
    List<SystemViews.Overview> all = inventory.systems().stream().map(systems::overview).toList();
    return new Page<>(all, null, all.size());
  }

  @GetMapping("/systems/{id}")
  SystemViews.Detail system(@PathVariable String id) {
    return systems.detail(inventory.requireSystem(id));
  }

  @GetMapping("/systems/{id}/matrix")
  Matrix.Part matrix(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
    MatrixFilter filter = MatrixFilter.read(query);
    return systems.matrix(inventory.requireSystem(id), filter);
  }

  @GetMapping("/systems/{id}/items/{item}")
  SystemViews.ItemDetail item(@PathVariable String id, @PathVariable String item) {
    return systems.item(inventory.requireSystem(id), item);
  }

  @GetMapping("/evidence/{id}")
  EvidenceViews.View evidence(@PathVariable String id, Principal who) {
    return evidence.of(id, who.getName());
  }

  @GetMapping("/checks")
  Page<CheckLine> checks() {
    List<CheckLine> all = runs.lines();
    return new Page<>(all, null, all.size());
  }

  @PostMapping("/checks/{code}/run")
  CheckLine run(@PathVariable String code) {
    Check check = runs.require(code);
    runs.run(check);
    for (InventorySystem one : inventory.systems()) {
      states.judge(one.id());
    }
    return runs.line(check);
  }

  @GetMapping("/calendar")
  Page<Duty> calendar(@RequestParam(defaultValue = "") String system) {
    List<Duty> all =
        system.isEmpty() ? calendar.all() : calendar.of(inventory.requireSystem(system));
    return new Page<>(all, null, all.size());
  }
}
