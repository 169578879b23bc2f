@NullMarked
package io.zhidun.measure;

import org.jspecify.annotations.NullMarked;
