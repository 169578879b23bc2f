/** Elasticsearch of the one-machine installation: the real server in a JVM of its own. */
@NullMarked
package io.zhidun.standalone.search;

import org.jspecify.annotations.NullMarked;
