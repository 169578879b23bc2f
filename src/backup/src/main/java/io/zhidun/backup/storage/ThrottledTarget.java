package io.zhidun.backup.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target whose bytes, in both directions, keep to a {@link Bandwidth}. */
public final class ThrottledTarget implements Target {
  private final Target target;
  private final Bandwidth bandwidth;

  public ThrottledTarget(Target target, Bandwidth bandwidth) {
    this.target = target;
    this.bandwidth = bandwidth;
  }

  @Override
  public String place() {
    return target.place();
  }

  @Override
  public void put(String name, Content content, @Nullable Instant keepUntil) throws IOException {
    Content slow =
        new Content() {
          @Override
          public long size() {
            return content.size();
          }

          @Override
          public InputStream open() throws IOException {
            return new Slow(content.open(), bandwidth);
          }
        };
    target.put(name, slow, keepUntil);
  }

  @Override
  public InputStream open(String name, long offset, long length) throws IOException {
    return new Slow(target.open(name, offset, length), bandwidth);
  }

  @Override
  public Optional<StoredObject> find(String name) throws IOException {
    return target.find(name);
  }

  @Override
  public Page list(String prefix, @Nullable String after, int limit) throws IOException {
    return target.list(prefix, after, limit);
  }

  @Override
  public void delete(String name) throws IOException {
    target.delete(name);
  }

  @Override
  public void close() throws IOException {
    target.close();
  }

  private static final class Slow extends FilterInputStream {
    private final Bandwidth bandwidth;

    Slow(InputStream in, Bandwidth bandwidth) {
      super(in);
      this.bandwidth = bandwidth;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, Math.min(length, bandwidth.most()));
      if (count > 0) {
        take(count);
      }
      return count;
    }

    private void take(int count) throws InterruptedIOException {
      try {
        bandwidth.take(count);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("stopped while waiting for bandwidth");
      }
    }
  }
}
