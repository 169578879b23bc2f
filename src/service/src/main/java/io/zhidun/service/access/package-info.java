/** Who may do what: accounts, passwords, sessions, lock-out. */
@NullMarked
package io.zhidun.service.access;

import org.jspecify.annotations.NullMarked;
