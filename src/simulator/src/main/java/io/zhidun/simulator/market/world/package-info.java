/** Who files: invented people, organisations and agencies, and the marks that they own. */
@NullMarked
package io.zhidun.simulator.market.world;

import org.jspecify.annotations.NullMarked;
