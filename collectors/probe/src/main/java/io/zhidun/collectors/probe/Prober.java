package io.zhidun.collectors.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** Looks at one target over each version of IP. Safe for several threads. */
final class Prober implements AutoCloseable {
  private static final Map<Check.Kind, Look> LOOKS =
      Map.of(
          Check.Kind.HTTP, new HttpProbe(),
          Check.Kind.TCP, new TcpProbe(),
          Check.Kind.DNS, new DnsProbe(),
          Check.Kind.TLS, new TlsProbe());

  private final Duration timeout;
  private final ScheduledThreadPoolExecutor watchdog =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "probe-deadline");
            thread.setDaemon(true);
            return thread;
          });

  Prober(Duration timeout) {
    this.timeout = timeout;
    watchdog.setRemoveOnCancelPolicy(true);
  }

  /**
   * A finding with its times.
   *
   * @param lookupSeconds until the name was resolved
   * @param seconds from then to the end
   */
  record Found(Finding finding, double lookupSeconds, double seconds) {}

  /** One finding for each version of IP that is asked for, or of which there is an address. */
  List<Found> look(Check check) {
    long begun = System.nanoTime();
    Map<Family, InetAddress> addresses = resolve(check.address().host());
    double lookup = (System.nanoTime() - begun) / 1e9;
    Set<Family> wanted =
        check.families().isEmpty() ? addresses.keySet() : EnumSet.copyOf(check.families());
    if (wanted.isEmpty()) {
      wanted = EnumSet.of(Family.IPV4);
    }
    List<Found> all = new ArrayList<>();
    for (Family family : wanted) {
      long from = System.nanoTime();
      Finding finding = new Finding(family);
      InetAddress address = addresses.get(family);
      if (address == null) {
        finding.fail(Finding.Reason.NO_ADDRESS);
      } else {
        lookAt(new InetSocketAddress(address, check.address().port()), check, finding);
      }
      all.add(new Found(finding, lookup, (System.nanoTime() - from) / 1e9));
    }
    return all;
  }

  private static Map<Family, InetAddress> resolve(String host) {
    Map<Family, InetAddress> found = new EnumMap<>(Family.class);
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        found.putIfAbsent(Family.of(address), address);
      }
    } catch (UnknownHostException e) {
      return found;
    }
    return found;
  }

  private void lookAt(InetSocketAddress address, Check check, Finding finding) {
    Look look = LOOKS.get(check.kind());
    if (look == null) {
      throw new IllegalStateException("no look for " + check.kind());
    }
    try (Line line = new Line(System.nanoTime() + timeout.toNanos())) {
      ScheduledFuture<?> deadline =
          watchdog.schedule(line::cut, timeout.toNanos(), TimeUnit.NANOSECONDS);
      try {
        look.at(address, check, line, finding);
      } catch (IOException | RuntimeException e) {
        finding.fail(line.wasCut() ? Finding.Reason.TIMEOUT : reason(e));
      } finally {
        boolean unusedCancelled = deadline.cancel(false);
      }
    }
  }

  private static Finding.Reason reason(Exception e) {
    if (e instanceof SocketTimeoutException) {
      return Finding.Reason.TIMEOUT;
    }
    if (e instanceof ConnectException || e instanceof PortUnreachableException) {
      return Finding.Reason.REFUSED;
    }
    if (e instanceof SSLException) {
      return Finding.Reason.TLS;
    }
    return e instanceof ProtocolException ? Finding.Reason.BAD_ANSWER : Finding.Reason.UNREACHABLE;
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
  }
}
