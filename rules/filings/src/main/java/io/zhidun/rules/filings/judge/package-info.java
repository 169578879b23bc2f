/** From signals to indications with kind, tier and legal basis. */
@NullMarked
package io.zhidun.rules.filings.judge;

import org.jspecify.annotations.NullMarked;
