/** Sigma files to rules: parsing, checking, linking. */
@NullMarked
package io.zhidun.rules.sigma;

import org.jspecify.annotations.NullMarked;
