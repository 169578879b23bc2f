package io.zhidun.service.audit;

import io.zhidun.service.store.ColumnText;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who acted.
 *
 * @param account name of the account, as it was given where nobody signed in
 * @param role what the account is for; empty where nobody is signed in
 * @param address where the request came from; empty for the platform itself
 */
public record AuditActor(String account, String role, String address) {
  static final int MOST_ACCOUNT = 64;
  private static final String PLATFORM = "zhidun";

  public AuditActor {
    account = ColumnText.fit(account, MOST_ACCOUNT);
    role = ColumnText.fit(role, 32);
    address = ColumnText.fit(address, 64);
  }

  /** The platform itself: the clock, a schedule. */
  public static AuditActor platform() {
    return new AuditActor(PLATFORM, "system", "");
  }

  /**
   * The account, with the role and address of the request that is being answered, where there is
   * one and it is that account's.
   */
  public static AuditActor of(String account) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    String role =
        who != null && who.getName().equals(account)
            ? who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(label -> label != null)
                .findFirst()
                .orElse("")
            : "";
    String address =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
            ? address(attributes.getRequest())
            : "";
    return new AuditActor(account, role, address);
  }

  private static String address(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    return address == null ? "" : address;
  }
}
