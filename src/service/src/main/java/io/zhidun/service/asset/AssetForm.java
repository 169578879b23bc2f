package io.zhidun.service.asset;

import io.zhidun.rules.compliance.record.AssetKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An asset as a person or a table sends it. */
record AssetForm(
    @Nullable String system,
    @Nullable String name,
    @Nullable String kind,
    @Nullable String zone,
    @Nullable List<String> addresses,
    @Nullable Integer importance,
    @Nullable String dataClass,
    @Nullable String owner,
    @Nullable String location,
    @Nullable List<String> endpoints,
    @Nullable Long version) {
  private static final List<String> KINDS =
      Arrays.stream(AssetKind.values()).map(InventoryAsset::label).toList();

  /** The asset, or null after at least one fault was told. */
  @Nullable InventoryAsset read(
      String id, String account, Instant now, String origin, Consumer<FieldFault> faults) {
    Fields fields = new Fields(faults);
    List<String> probed = fields.list("endpoints", endpoints, 16, 200);
    probed.stream()
        .filter(one -> !isEndpoint(one))
        .forEach(
            one ->
                fields.fault(
                    "endpoints",
                    one,
                    "须形如 https://主机:端口 或 tls://主机:端口",
                    "must read like https://host:port or tls://host:port"));
    String label = fields.oneOf("kind", kind, KINDS);
    InventoryAsset read =
        new InventoryAsset(
            fields.id("id", id),
            fields.id("system", system),
            fields.required("name", name, 200),
            KINDS.contains(label) ? kind(label) : AssetKind.HOST,
            fields.optional("zone", zone, 64),
            fields.list("addresses", addresses, 64, 253),
            fields.within("importance", importance, 1, 3),
            fields.optional("dataClass", dataClass, 64),
            fields.optional("owner", owner, 200),
            fields.optional("location", location, 200),
            probed,
            version == null ? 0 : version,
            now,
            account,
            origin);
    return fields.good() ? read : null;
  }

  static AssetKind kind(String label) {
    return AssetKind.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static boolean isEndpoint(String text) {
    try {
      URI uri = new URI(text);
      boolean tls = "https".equals(uri.getScheme()) || "tls".equals(uri.getScheme());
      boolean bare =
          uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
      return tls && bare && uri.getHost() != null && uri.getPort() > 0 && uri.getPort() < 65_536;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
