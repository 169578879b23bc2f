package io.zhidun.service.asset;

import io.zhidun.service.web.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which assets a request is about. Values of one parameter are alternatives; different parameters
 * must all hold.
 */
record AssetFilter(
    List<String> systems,
    List<String> kinds,
    List<String> zones,
    List<Integer> importances,
    List<String> dataClasses,
    @Nullable String text) {

  static AssetFilter read(Parameters parameters) {
    return new AssetFilter(
        parameters.texts("system", 64),
        parameters.each(
            "kind",
            "must be a kind of asset, such as host or network-device",
            text -> InventoryAsset.label(AssetForm.kind(text))),
        parameters.texts("zone", 64),
        parameters.each("importance", "must be 1, 2 or 3", AssetFilter::importance),
        parameters.texts("dataClass", 64),
        parameters.text("q", 256));
  }

  private static int importance(String text) {
    if (!text.matches("[1-3]")) {
      throw new IllegalArgumentException(text);
    }
    return Integer.parseInt(text);
  }
}
