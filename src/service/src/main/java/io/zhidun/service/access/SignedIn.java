package io.zhidun.service.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who a session belongs to. The password's version tells whether it was changed since. */
final class SignedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;

  private final String name;
  private final int credentialVersion;

  SignedIn(Account account) {
    super(List.of(new SimpleGrantedAuthority(account.role().label())));
    this.name = account.name();
    this.credentialVersion = account.credentialVersion();
    setAuthenticated(true);
  }

  int credentialVersion() {
    return credentialVersion;
  }

  @Override
  public Object getPrincipal() {
    return name;
  }

  @Override
  public Object getCredentials() {
    return "";
  }
}
