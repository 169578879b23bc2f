package io.zhidun.service.asset;

import io.zhidun.service.asset.AssetSearch.Count;
import io.zhidun.service.asset.Sightings.Seen;
import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Fault;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Assets; who may change them is said where access is configured. */
@RestController
@RequestMapping("/api/v1/assets")
class AssetEndpoint {
  private final Inventory inventory;
  private final AssetSearch search;
  private final Sightings sightings;
  private final Discovery discovery;
  private final Clock clock;

  AssetEndpoint(
      Inventory inventory,
      AssetSearch search,
      Sightings sightings,
      Discovery discovery,
      Clock clock) {
    this.inventory = inventory;
    this.search = search;
    this.sightings = sightings;
    this.discovery = discovery;
    this.clock = clock;
  }

  @GetMapping
  Page<AssetRow> list(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    AssetFilter filter = AssetFilter.read(parameters);
    List<AssetOrder> orders = parameters.each("sort", AssetOrder.RULE, AssetOrder::of);
    AssetOrder order = orders.isEmpty() ? AssetOrder.ID : orders.get(0);
    String text = parameters.text("cursor", 2048);
    Cursor cursor = text == null ? null : order.cursor(text);
    if (text != null && cursor == null) {
      parameters.fault("cursor", text, "must be the next of a page with the same sort");
    }
    int limit = parameters.limit();
    parameters.check();
    Page<InventoryAsset> page = search.page(filter, order, cursor, limit);
    Seen seen = page.items().isEmpty() ? null : sightings.lately();
    return new Page<>(
        page.items().stream().map(one -> AssetRow.of(one, seen)).toList(),
        page.next(),
        page.total());
  }

  @GetMapping("/facets")
  Map<String, List<Count>> facets(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    AssetFilter filter = AssetFilter.read(parameters);
    parameters.check();
    return search.facets(filter);
  }

  @GetMapping("/discovery")
  Discovery.Found discovery(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    int days = parameters.number("days", 7, 31);
    parameters.check();
    return discovery.ofDays(days);
  }

  @GetMapping("/{id}")
  AssetRow one(@PathVariable String id) {
    return AssetRow.of(inventory.requireAsset(id), sightings.lately());
  }

  @PutMapping("/{id}")
  AssetRow put(@PathVariable String id, @RequestBody AssetForm form, Principal who) {
    List<Fault> faults = new ArrayList<>();
    InventoryAsset read =
        form.read(
            id, who.getName(), clock.instant(), "manual", fault -> faults.add(fault.asFault()));
    if (read == null) {
      throw Problems.invalid(faults);
    }
    return AssetRow.of(inventory.save(read), sightings.lately());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String id, @RequestParam(defaultValue = "0") long version, Principal who) {
    inventory.deleteAsset(id, version, who.getName());
  }
}
