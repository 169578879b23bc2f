/** The command line: machine output is NDJSON on stdout, people's words go to stderr. */
@NullMarked
package io.zhidun.cli;

import org.jspecify.annotations.NullMarked;
