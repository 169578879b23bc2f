/**
 * Classified protection: checks look at what is known, their evidence is kept, the rules judge it,
 * people add what only people can know, and an assessment takes a picture of it that nobody
 * changes.
 */
@NullMarked
package io.zhidun.service.compliance;

import org.jspecify.annotations.NullMarked;
