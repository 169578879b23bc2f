package io.zhidun.service.asset;

import io.zhidun.service.web.Fault;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Systems under classified protection; who may change them is said where access is configured. */
@RestController
@RequestMapping("/api/v1/systems")
class SystemEndpoint {
  private final Inventory inventory;
  private final Clock clock;

  SystemEndpoint(Inventory inventory, Clock clock) {
    this.inventory = inventory;
    this.clock = clock;
  }

  @GetMapping
  Page<SystemRow> list() {
    Map<String, Long> sizes = inventory.sizes();
    List<SystemRow> rows =
        inventory.systems().stream()
            .map(one -> SystemRow.of(one, sizes.getOrDefault(one.id(), 0L)))
            .toList();
    return new Page<>(rows, null, rows.size());
  }

  @GetMapping("/{id}")
  SystemRow one(@PathVariable String id) {
    return row(inventory.requireSystem(id));
  }

  @PutMapping("/{id}")
  SystemRow put(@PathVariable String id, @RequestBody SystemForm form, Principal who) {
    List<Fault> faults = new ArrayList<>();
    InventorySystem read =
        form.read(
            id, who.getName(), clock.instant(), "manual", fault -> faults.add(fault.asFault()));
    if (read == null) {
      throw Problems.invalid(faults);
    }
    return row(inventory.save(read));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String id, @RequestParam(defaultValue = "0") long version, Principal who) {
    inventory.deleteSystem(id, version, who.getName());
  }

  private SystemRow row(InventorySystem one) {
    return SystemRow.of(one, inventory.sizes().getOrDefault(one.id(), 0L));
  }
}
