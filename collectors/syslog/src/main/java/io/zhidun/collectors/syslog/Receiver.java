package io.zhidun.collectors.syslog;

import java.io.IOException;

/** Works on a channel when its selector says so. */
interface Receiver {
  void ready() throws IOException;
}
