package io.zhidun.collectors.probe;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A TLS handshake that goes to its end with any certificate, so that an expired or foreign one can
 * be measured; whether the chain is to be trusted is a finding beside it.
 */
final class TlsHandshake {
  private static final TrustManager[] TRUSTED = trusted();

  private TlsHandshake() {}

  /** Shakes hands over a connection and notes protocol, dates and trust. */
  static SSLSocket over(Socket socket, Check check, Line line, Finding finding) throws IOException {
    Witness witness = new Witness((X509ExtendedTrustManager) TRUSTED[0]);
    Check.Address address = check.address();
    SSLSocket secure;
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, new SecureRandom());
      secure =
          (SSLSocket)
              context.getSocketFactory().createSocket(socket, address.host(), address.port(), true);
    } catch (GeneralSecurityException e) {
      throw new SSLException("no TLS on this platform", e);
    }
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (!isLiteral(address.host())) {
      parameters.setServerNames(List.of(new SNIHostName(address.host())));
    }
    secure.setSSLParameters(parameters);
    SSLSocket watched = line.watch(secure);
    watched.startHandshake();
    note(watched, witness, finding);
    if (witness.fault != null && check.expectation().verify()) {
      finding.fail(Finding.Reason.CERTIFICATE);
    }
    return watched;
  }

  private static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
  }

  private static void note(SSLSocket socket, Witness witness, Finding finding) {
    finding.measure("probe_tls_version_info", "version", socket.getSession().getProtocol(), 1);
    finding.measure("probe_tls_chain_trusted", witness.fault == null ? 1 : 0);
    X509Certificate[] chain = witness.chain;
    if (chain.length == 0) {
      return;
    }
    Instant earliest = chain[0].getNotAfter().toInstant();
    for (X509Certificate each : chain) {
      Instant until = each.getNotAfter().toInstant();
      earliest = until.isBefore(earliest) ? until : earliest;
    }
    finding.measure("probe_tls_chain_certificates", chain.length);
    finding.measure("probe_tls_not_before_seconds", seconds(chain[0].getNotBefore().toInstant()));
    finding.measure("probe_tls_not_after_seconds", seconds(chain[0].getNotAfter().toInstant()));
    finding.measure("probe_ssl_earliest_cert_expiry", seconds(earliest));
  }

  private static double seconds(Instant instant) {
    return instant.getEpochSecond();
  }

  private static TrustManager[] trusted() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((@Nullable KeyStore) null);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this platform trusts nobody", e);
    }
  }

  /** Lets every chain pass and remembers what the platform says of it. */
  private static final class Witness extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    private X509Certificate[] chain = {};
    private @Nullable CertificateException fault;

    Witness(X509ExtendedTrustManager judge) {
      this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] given, String type, Socket socket) {
      chain = given.clone();
      try {
        judge.checkServerTrusted(given, type, socket);
      } catch (CertificateException e) {
        fault = e;
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] given, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("sockets only");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] given, String type)
        throws CertificateException {
      throw new CertificateException("sockets only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] given, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException("no client is trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] given, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("no client is trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] given, String type)
        throws CertificateException {
      throw new CertificateException("no client is trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return judge.getAcceptedIssuers();
    }
  }
}
