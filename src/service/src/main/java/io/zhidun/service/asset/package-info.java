/**
 * What is protected: systems under classified protection (定级对象) and their objects, where they come
 * from, and what telemetry knows that the inventory does not.
 */
@NullMarked
package io.zhidun.service.asset;

import org.jspecify.annotations.NullMarked;
