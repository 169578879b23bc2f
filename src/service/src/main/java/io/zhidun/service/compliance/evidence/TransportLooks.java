package io.zhidun.service.compliance.evidence;

import io.zhidun.service.asset.InventoryAsset;
import io.zhidun.service.compliance.evidence.TlsProbe.Kind;
import io.zhidun.service.compliance.evidence.TlsProbe.Spoken;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Probes the endpoints of the inventory for what they speak. An endpoint that does not answer says
 * nothing; an asset of which none answers gets no evidence.
 */
@Component
@Order(15)
class TransportLooks implements Collector {
  private static final int MOST_PROBES = 200;

  private final TlsProbe probe;

  TransportLooks(EvidenceProperties properties) {
    this.probe = new TlsProbe(properties.probeTimeout());
  }

  @Override
  public String name() {
    return "tls-probe";
  }

  @Override
  public Set<String> checks() {
    return Set.of("transport-protection");
  }

  /** It has a minute of handshakes before it, and reads nothing else. */
  @Override
  public boolean mayBeInterrupted() {
    return true;
  }

  @Override
  public void look(Target target, Consumer<Sight> out) throws InterruptedException {
    int left = MOST_PROBES;
    for (InventoryAsset asset : target.asked()) {
      if (left < asset.endpoints().size()) {
        return;
      }
      left -= asset.endpoints().size();
      if (!asset.endpoints().isEmpty()) {
        one(asset, target.now(), out);
      }
    }
  }

  private void one(InventoryAsset asset, Instant now, Consumer<Sight> out)
      throws InterruptedException {
    List<String> plain = new ArrayList<>();
    List<String> weak = new ArrayList<>();
    List<String> expired = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (String text : asset.endpoints()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Spoken spoken = ask(text);
      if (spoken.kind() == Kind.AWAY) {
        continue;
      }
      told.add(words(text, spoken));
      if (spoken.kind() == Kind.PLAIN) {
        plain.add(text);
      }
      if (spoken.weak()) {
        weak.add(text);
      }
      if (spoken.expires() != null && spoken.expires().isBefore(now)) {
        expired.add(text);
      }
    }
    if (!told.isEmpty()) {
      out.accept(
          new Sight(
              asset.id(),
              now,
              now,
              "TLS handshake with " + String.join("; ", told),
              Map.of(
                  "plaintext_endpoints", plain,
                  "weak_endpoints", weak,
                  "expired_certificates", expired)));
    }
  }

  private Spoken ask(String text) {
    try {
      return probe.ask(Endpoint.of(text));
    } catch (UnknownHostException e) {
      return Spoken.AWAY;
    }
  }

  private static String words(String text, Spoken spoken) {
    if (spoken.kind() == Kind.PLAIN) {
      return text + " (no TLS)";
    }
    return text
        + " ("
        + (spoken.protocol() == null ? "old versions only" : spoken.protocol())
        + (spoken.suite() == null ? "" : ", " + spoken.suite())
        + (spoken.expires() == null ? "" : ", certificate until " + spoken.expires())
        + ")";
  }
}
