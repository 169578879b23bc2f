/** What the features need to know of the database beyond SQL. */
@NullMarked
package io.zhidun.service.store;

import org.jspecify.annotations.NullMarked;
