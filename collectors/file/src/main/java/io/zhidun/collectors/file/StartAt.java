package io.zhidun.collectors.file;

/** Where reading begins in files that were there when the source was first met. */
public enum StartAt {
  BEGINNING,
  /** Only what is written from now on; files that appear later are read whole. */
  END
}
