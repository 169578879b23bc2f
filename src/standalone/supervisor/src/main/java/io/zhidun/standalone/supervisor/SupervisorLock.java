package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one supervisor of an installation; the kernel frees it when its process ends. */
record SupervisorLock(FileChannel channel, FileLock lock) implements AutoCloseable {
  /** Takes the lock, unless another supervisor holds it. */
  static Optional<SupervisorLock> take(Installation at) throws IOException {
    FileChannel channel =
        FileChannel.open(at.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new SupervisorLock(channel, lock));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
