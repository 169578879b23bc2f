package io.zhidun.backup.repository;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** The stream that was backed up, each chunk proven before a byte of it comes out. */
final class BackupInputStream extends InputStream {
  private final List<Chunk> chunks;
  private final ChunkOpener opener;
  private final ProgressMeter progress;
  private byte[] plain = new byte[0];
  private int next;
  private int at;
  private int end;

  /**
   * @param offset of the first byte that comes out, at most the stream's length
   */
  BackupInputStream(Manifest manifest, ChunkOpener opener, long offset, ProgressMeter progress)
      throws IOException {
    this.chunks = manifest.chunks();
    this.opener = opener;
    this.progress = progress;
    long left = Objects.checkIndex(offset, manifest.plainBytes() + 1);
    while (next < chunks.size() && left >= chunks.get(next).plain()) {
      left -= chunks.get(next++).plain();
    }
    if (left > 0) {
      fill();
      at = (int) left;
    }
  }

  private boolean fill() throws IOException {
    if (next == chunks.size()) {
      return false;
    }
    Chunk chunk = chunks.get(next++);
    if (plain.length < chunk.plain()) {
      plain = new byte[chunk.plain()];
    }
    opener.fetch(chunk);
    opener.open(chunk, plain);
    at = 0;
    end = chunk.plain();
    progress.add(end, chunk.size());
    return true;
  }

  @Override
  public int read() throws IOException {
    return at < end || fill() ? plain[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (at == end && !fill()) {
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(plain, at, bytes, offset, count);
    at += count;
    return count;
  }

  @Override
  public void close() {
    progress.tell();
    opener.close();
  }
}
