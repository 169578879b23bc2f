/** The service: alerts, access, search and the platform's own state behind one REST interface. */
@NullMarked
package io.zhidun.service;

import org.jspecify.annotations.NullMarked;
