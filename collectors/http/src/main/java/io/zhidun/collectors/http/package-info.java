/** Receives filings over HTTP: checks who sends, cuts bodies into records, does not read them. */
@NullMarked
package io.zhidun.collectors.http;

import org.jspecify.annotations.NullMarked;
