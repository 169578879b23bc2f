package io.zhidun.service.compliance.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Asks an endpoint what it speaks: one ordinary handshake, one hello that offers only what is no
 * longer to be used, and, where neither is TLS, one plain request. Nothing is trusted and nothing
 * but the handshake's metadata is read.
 */
final class TlsProbe {
  /** TLS 1.1 (RFC 4346), deprecated by RFC 8996. */
  private static final int WEAK_VERSION = 0x0302;

  /**
   * What no server should choose any more: NULL, export, RC4, DES, 3DES, and CBC with SHA-1 under
   * the old version.
   */
  private static final int[] WEAK_SUITES = {
    0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0006, 0x0008, 0x0009, 0x000a, 0x0014, 0x0015, 0x0016,
    0x0017, 0x0018, 0x0019, 0x001b, 0xc007, 0xc008, 0xc011, 0xc012, 0x002f, 0x0035, 0x0033, 0x0039,
    0xc009, 0xc00a, 0xc013, 0xc014
  };

  private static final int HANDSHAKE = 0x16;
  private static final int ALERT = 0x15;
  private static final int SERVER_HELLO = 2;

  private final Duration timeout;

  TlsProbe(Duration timeout) {
    this.timeout = timeout;
  }

  /**
   * What an endpoint speaks.
   *
   * @param protocol of the ordinary handshake, null where there was none
   * @param weak it also takes a version or suite that is no longer to be used
   * @param expires end of its certificate, null where none was shown
   */
  record Spoken(
      Kind kind,
      @Nullable String protocol,
      @Nullable String suite,
      boolean weak,
      @Nullable Instant expires) {
    static final Spoken PLAIN = new Spoken(Kind.PLAIN, null, null, false, null);
    static final Spoken AWAY = new Spoken(Kind.AWAY, null, null, false, null);
  }

  /** What it is. */
  enum Kind {
    TLS,
    PLAIN,
    /** Does not answer: nothing is known. */
    AWAY
  }

  Spoken ask(Endpoint endpoint) {
    SSLSession session = null;
    boolean waits = false;
    try {
      session = handshake(endpoint);
    } catch (SocketTimeoutException e) {
      // One that waits for more of what it takes for a request would let each hello wait in vain.
      waits = true;
      if (speaksPlainly(endpoint)) {
        return Spoken.PLAIN;
      }
    }
    Answer old = weakHello(endpoint);
    boolean tls = session != null || old != Answer.NOTHING && old != Answer.OTHER;
    if (tls) {
      return new Spoken(
          Kind.TLS,
          session == null ? null : session.getProtocol(),
          session == null ? null : session.getCipherSuite(),
          old == Answer.ACCEPTED,
          session == null ? null : expires(session));
    }
    return old == Answer.OTHER || !waits && speaksPlainly(endpoint) ? Spoken.PLAIN : Spoken.AWAY;
  }

  private @Nullable SSLSession handshake(Endpoint endpoint) throws SocketTimeoutException {
    try (SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket()) {
      connect(socket, endpoint);
      socket.startHandshake();
      return socket.getSession();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException | GeneralSecurityException e) {
      return null;
    }
  }

  private void connect(Socket socket, Endpoint endpoint) throws IOException {
    int millis = Math.toIntExact(timeout.toMillis());
    socket.setSoTimeout(millis);
    socket.connect(endpoint.address(), millis);
  }

  private static @Nullable Instant expires(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate own
          ? own.getNotAfter().toInstant()
          : null;
    } catch (SSLException e) {
      return null;
    }
  }

  private enum Answer {
    ACCEPTED,
    REFUSED,
    /** Not TLS. */
    OTHER,
    NOTHING
  }

  private Answer weakHello(Endpoint endpoint) {
    try (Socket socket = new Socket()) {
      connect(socket, endpoint);
      socket.getOutputStream().write(hello());
      socket.getOutputStream().flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int type = in.readUnsignedByte();
      if (type == ALERT) {
        return Answer.REFUSED;
      }
      if (type != HANDSHAKE) {
        return Answer.OTHER;
      }
      in.readFully(new byte[4]);
      return in.readUnsignedByte() == SERVER_HELLO ? Answer.ACCEPTED : Answer.REFUSED;
    } catch (IOException e) {
      return Answer.NOTHING;
    }
  }

  /** A ClientHello (RFC 4346, 7.4.1.2) without extensions but the curves that old suites need. */
  private static byte[] hello() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    two(body, WEAK_VERSION);
    // The random of a hello that is never finished protects nothing.
    body.writeBytes(new byte[32]);
    body.write(0);
    two(body, WEAK_SUITES.length * 2);
    for (int suite : WEAK_SUITES) {
      two(body, suite);
    }
    body.write(1);
    body.write(0);
    byte[] extensions = {
      0,
      10,
      0,
      6,
      0,
      4,
      0,
      23,
      0,
      24, // supported_groups: P-256, P-384
      0,
      11,
      0,
      2,
      1,
      0 // ec_point_formats: uncompressed
    };
    two(body, extensions.length);
    body.writeBytes(extensions);
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(HANDSHAKE);
    two(record, 0x0301);
    two(record, body.size() + 4);
    record.write(1);
    record.write(0);
    two(record, body.size());
    record.writeBytes(body.toByteArray());
    return record.toByteArray();
  }

  private static void two(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  /** Whether a plain request is answered, or the other side speaks first without TLS. */
  private boolean speaksPlainly(Endpoint endpoint) {
    try (Socket socket = new Socket()) {
      connect(socket, endpoint);
      socket.getOutputStream().write("HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      int first = in.read();
      return first >= 0 && first != HANDSHAKE && first != ALERT;
    } catch (IOException e) {
      return false;
    }
  }

  private static SSLContext context() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new AnyCertificate()}, null);
    return context;
  }

  /** The probe reads certificates and trusts none: nothing is ever sent behind the handshake. */
  private static final class AnyCertificate extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
