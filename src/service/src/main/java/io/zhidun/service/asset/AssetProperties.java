package io.zhidun.service.asset;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder where uploaded tables wait for their confirmation
 * @param demo whether the systems of the demonstration are put into an empty inventory
 * @param demoEndpoints where their applications are reached, each as {@code asset=tls://host:port};
 *     an application that none names has none
 */
@ConfigurationProperties("zhidun.assets")
record AssetProperties(
    @DefaultValue("./data/service/imports") Path folder,
    @DefaultValue("false") boolean demo,
    @DefaultValue List<String> demoEndpoints) {
  AssetProperties {
    demoEndpoints = List.copyOf(demoEndpoints);
  }
}
