package io.zhidun.standalone.search.module;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.util.Version;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;

/** Who answers here, and in which version. */
final class RootHandler extends BaseRestHandler {
  private final Supplier<DiscoveryNodes> nodes;

  RootHandler(Supplier<DiscoveryNodes> nodes) {
    this.nodes = nodes;
  }

  @Override
  public String getName() {
    return "main_action";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel ->
        channel.sendResponse(new RestResponse(RestStatus.OK, describe(channel.newBuilder())));
  }

  private XContentBuilder describe(XContentBuilder to) throws IOException {
    Build build = Build.current();
    to.startObject();
    to.field("name", nodes.get().getLocalNode().getName());
    to.field("cluster_name", "zhidun");
    to.field("cluster_uuid", "_na_");
    to.startObject("version");
    to.field("number", build.qualifiedVersion());
    to.field("build_flavor", "default");
    to.field("build_type", build.type().displayName());
    to.field("build_hash", build.hash());
    to.field("build_date", build.date());
    to.field("build_snapshot", build.isSnapshot());
    to.field("lucene_version", Version.LATEST.toString());
    to.field("minimum_wire_compatibility_version", build.minWireCompatVersion());
    to.field("minimum_index_compatibility_version", build.minIndexCompatVersion());
    to.endObject();
    to.field("tagline", "You Know, for Search");
    return to.endObject();
  }
}
