/**
 * The life of a site's rules: proposals, consent of a second person, sets, their publication, and
 * what is known of a rule before it runs.
 */
@NullMarked
package io.zhidun.service.ruleset;

import org.jspecify.annotations.NullMarked;
