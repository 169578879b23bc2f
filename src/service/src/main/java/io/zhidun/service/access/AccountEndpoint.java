package io.zhidun.service.access;

import io.zhidun.service.access.AccountAdministration.Made;
import io.zhidun.service.access.AccountRepository.Kept;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Problems;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts: made and locked by one administrator, given roles by another, read by the third. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountEndpoint {
  private static final int MOST_DISPLAY = 64;

  private final AccountAdministration administration;

  AccountEndpoint(AccountAdministration administration) {
    this.administration = administration;
  }

  /**
   * An account as administrators see it.
   *
   * @param role none while nobody gave one
   * @param formerRole that a reset of the password put aside; none where none was
   * @param firstPassword it still has the password that somebody else chose
   */
  record View(
      String name,
      String displayName,
      Role role,
      Role formerRole,
      boolean firstPassword,
      boolean locked,
      @Nullable String lockedBy,
      @Nullable Instant lockedAt,
      Instant createdAt,
      @Nullable String createdBy,
      @Nullable String grantedBy,
      @Nullable Instant grantedAt,
      @Nullable Instant lastSignInAt) {
    static View of(Kept one) {
      return new View(
          one.name(),
          one.displayName(),
          one.role(),
          one.role() == Role.NONE ? one.formerRole() : Role.NONE,
          one.firstPassword(),
          one.locked(),
          one.lockedBy(),
          one.lockedAt(),
          one.createdAt(),
          one.createdBy(),
          one.grantedBy(),
          one.grantedAt(),
          one.lastSignInAt());
    }
  }

  /** With the initial password, which is shown once. */
  record FirstPassword(View account, String password) {
    static FirstPassword of(Made made) {
      return new FirstPassword(View.of(made.account()), made.password());
    }

    @Override
    public String toString() {
      return "FirstPassword[" + account.name() + "]";
    }
  }

  @GetMapping
  Page<View> list() {
    List<View> all = administration.all().stream().map(View::of).toList();
    return new Page<>(all, null, all.size());
  }

  record Creation(@Nullable String name, @Nullable String displayName) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  FirstPassword create(@RequestBody Creation creation, Principal who) {
    String name = creation.name() == null ? "" : creation.name();
    if (!Account.isName(name)) {
      throw Problems.invalid(
          "name", name, "must be 1 to 64 of a-z 0-9 . _ - and start with a letter or digit");
    }
    String display = creation.displayName() == null ? "" : creation.displayName().strip();
    if (display.isEmpty() || display.length() > MOST_DISPLAY) {
      throw Problems.invalid(
          "displayName", display, "must have 1 to " + MOST_DISPLAY + " characters");
    }
    return FirstPassword.of(administration.create(name, display, who.getName()));
  }

  @PostMapping("/{name}/lock")
  View lock(@PathVariable String name, Principal who) {
    return View.of(administration.lock(name, who.getName()));
  }

  @PostMapping("/{name}/unlock")
  View unlock(@PathVariable String name, Principal who) {
    return View.of(administration.unlock(name, who.getName()));
  }

  @PostMapping("/{name}/password")
  FirstPassword reset(@PathVariable String name, Principal who) {
    return FirstPassword.of(administration.reset(name, who.getName()));
  }

  record Grant(@Nullable String role) {}

  @PostMapping("/{name}/role")
  View grant(@PathVariable String name, @RequestBody Grant grant, Principal who) {
    String label = grant.role() == null ? "" : grant.role();
    Role role;
    try {
      role = Role.of(label);
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("role", label, "must be a role: " + e.getMessage());
    }
    return View.of(administration.grant(name, role, who.getName()));
  }
}
