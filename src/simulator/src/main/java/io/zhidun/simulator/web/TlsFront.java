package io.zhidun.simulator.web;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The TLS of an endpoint: TLS 1.2 and 1.3, and TLS 1.1 as long as somebody broke it. Asked anew for
 * each connection.
 */
public final class TlsFront extends HttpsConfigurator {
  private static final List<String> NEW = List.of("TLSv1.3", "TLSv1.2");
  private static final String OLD = "TLSv1.1";

  private final BooleanSupplier old;

  private TlsFront(SSLContext context, BooleanSupplier old) {
    super(context);
    this.old = old;
  }

  /**
   * Makes a key and a certificate that it signs itself.
   *
   * @param host whose certificate it is
   * @param old whether old versions are taken now
   */
  public static TlsFront of(String host, Instant now, SecureRandom random, BooleanSupplier old)
      throws IOException {
    try {
      return new TlsFront(OwnCertificate.context(host, now, random), old);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot make a certificate: " + e.getMessage(), e);
    }
  }

  @Override
  public void configure(HttpsParameters parameters) {
    SSLParameters chosen = getSSLContext().getDefaultSSLParameters();
    List<String> protocols = new ArrayList<>(NEW);
    if (old.getAsBoolean()) {
      protocols.add(OLD);
    }
    chosen.setProtocols(protocols.toArray(String[]::new));
    parameters.setSSLParameters(chosen);
  }
}
