/** The whole product as its users meet it: started by its command, attacked by real programs. */
@NullMarked
package io.zhidun.acceptance;

import org.jspecify.annotations.NullMarked;
