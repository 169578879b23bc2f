/** What every feature's endpoints share: problems, parameters, pages, and the server's setup. */
@NullMarked
package io.zhidun.service.web;

import org.jspecify.annotations.NullMarked;
