/** The contracts of the command line. */
@NullMarked
package io.zhidun.cli;

import org.jspecify.annotations.NullMarked;
