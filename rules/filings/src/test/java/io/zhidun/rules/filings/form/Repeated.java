package io.zhidun.rules.filings.form;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A document in UTF-8 with a part that comes many times, without holding it. */
final class Repeated extends InputStream {

  private final byte[] begin;
  private final byte[] part;
  private final byte[] end;
  private int left;
  private byte[] now;
  private int at;
  private boolean ended;

  Repeated(String begin, String part, int times, String end) {
    this.begin = begin.getBytes(StandardCharsets.UTF_8);
    this.part = part.getBytes(StandardCharsets.UTF_8);
    this.end = end.getBytes(StandardCharsets.UTF_8);
    this.left = times;
    this.now = this.begin;
  }

  @Override
  public int read() {
    while (at == now.length) {
      at = 0;
      if (left > 0) {
        now = part;
        left--;
      } else if (!ended) {
        now = end;
        ended = true;
      } else {
        now = new byte[0];
        return -1;
      }
    }
    return now[at++] & 0xff;
  }
}
