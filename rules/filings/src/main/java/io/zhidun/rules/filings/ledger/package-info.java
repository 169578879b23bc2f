/** What was filed, by whom and how, held in little memory: the state that detectors share. */
@NullMarked
package io.zhidun.rules.filings.ledger;

import org.jspecify.annotations.NullMarked;
