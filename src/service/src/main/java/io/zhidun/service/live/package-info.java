/** The live stream: pushes changed alerts and the platform's state to consoles. */
@NullMarked
package io.zhidun.service.live;

import org.jspecify.annotations.NullMarked;
