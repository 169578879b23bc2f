/** The map of services and what they rest on, at any time: imported, seen and drawn by hand. */
@NullMarked
package io.zhidun.service.topology;

import org.jspecify.annotations.NullMarked;
