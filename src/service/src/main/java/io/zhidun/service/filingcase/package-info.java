/**
 * Cases of suspected bad-faith filings: indications are gathered per subject and register,
 * reviewers decide, and what they decide measures the signals. Nothing here calls a filing abnormal
 * before a person has confirmed it.
 */
@NullMarked
package io.zhidun.service.filingcase;

import org.jspecify.annotations.NullMarked;
