package io.zhidun.service.event;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.zhidun.events.Json;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The search store's client; made when the first search asks for it. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
  private static final int CONNECTIONS = 8;

  @Bean
  @Lazy
  RestClient searchConnections(SearchProperties properties) {
    int patience = Math.toIntExact(properties.timeout().toMillis());
    return RestClient.builder(HttpHost.create(properties.elasticsearch()))
        .setRequestConfigCallback(
            request ->
                request
                    .setConnectTimeout(patience)
                    .setConnectionRequestTimeout(patience)
                    .setSocketTimeout(patience))
        .setHttpClientConfigCallback(
            http -> http.setMaxConnTotal(CONNECTIONS).setMaxConnPerRoute(CONNECTIONS))
        .build();
  }

  @Bean
  @Lazy
  ElasticsearchClient searchClient(RestClient connections) {
    return new ElasticsearchClient(
        new RestClientTransport(connections, new Jackson3JsonpMapper(Json.mapper())));
  }
}
