package io.zhidun.trust.keys;

import java.io.IOException;

/** A vault that does not open, or a lock that cannot be used, and why. Never holds a secret. */
public final class KeyVaultException extends IOException {
  private static final long serialVersionUID = 1L;

  KeyVaultException(String message) {
    super(message);
  }

  KeyVaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
