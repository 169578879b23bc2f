/** Search of events in Elasticsearch. */
@NullMarked
package io.zhidun.service.event;

import org.jspecify.annotations.NullMarked;
