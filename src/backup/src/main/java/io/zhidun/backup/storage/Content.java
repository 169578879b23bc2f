package io.zhidun.backup.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a known length that can be read more than once. */
public interface Content {
  long size();

  InputStream open() throws IOException;

  static Content of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  static Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A part of an array, which must not change until it is stored. */
  static Content of(byte[] bytes, int offset, int length) {
    return new Content() {
      @Override
      public long size() {
        return length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes, offset, length);
      }
    };
  }
}
