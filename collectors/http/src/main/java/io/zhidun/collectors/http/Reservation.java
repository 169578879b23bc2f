package io.zhidun.collectors.http;

/** Part of the memory that all unfinished records share. Used by the event loop alone. */
final class Reservation {
  private final Memory memory;
  private long held;

  Reservation(Memory memory) {
    this.memory = memory;
  }

  /** Holds this many bytes from now on, more or fewer than before. */
  void hold(long bytes) throws RefusalException {
    if (memory.used + bytes - held > memory.limit) {
      throw new RefusalException(
          Problem.BUSY,
          "unfinished records may take " + memory.limit + " bytes; send again in a moment");
    }
    memory.used += bytes - held;
    held = bytes;
  }

  void release() {
    memory.used -= held;
    held = 0;
  }

  /** What can be reserved. */
  static final class Memory {
    private final long limit;
    private long used;

    Memory(long limit) {
      this.limit = limit;
    }

    long used() {
      return used;
    }
  }
}
