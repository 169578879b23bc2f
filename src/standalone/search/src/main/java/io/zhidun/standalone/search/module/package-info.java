/**
 * Classes that Elasticsearch loads as its modules. They are packed into a jar of their own and must
 * not be on the class path of the process.
 */
@NullMarked
package io.zhidun.standalone.search.module;

import org.jspecify.annotations.NullMarked;
