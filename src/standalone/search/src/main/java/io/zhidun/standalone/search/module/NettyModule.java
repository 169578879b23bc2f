package io.zhidun.standalone.search.module;

import org.elasticsearch.transport.netty4.Netty4Plugin;

/** The HTTP and transport layer: a class of the module's own jar, as Elasticsearch demands. */
public final class NettyModule extends Netty4Plugin {}
