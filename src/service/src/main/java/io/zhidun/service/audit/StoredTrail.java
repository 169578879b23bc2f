package io.zhidun.service.audit;

import io.zhidun.trust.chain.TrailPosition;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The trail in the database as the lines of a file, read in pieces; the same bytes are exported and
 * verified. For one thread.
 */
final class StoredTrail extends InputStream {
  private static final int PIECE = 500;

  private final AuditRepository repository;
  private final long size;
  private Iterator<AuditRow> rows = List.<AuditRow>of().iterator();
  private long next;
  private byte[] line;
  private int at;
  private OptionalLong misfiled = OptionalLong.empty();

  /**
   * @param size how many records are read
   */
  StoredTrail(AuditRepository repository, String name, long size) {
    this.repository = repository;
    this.size = size;
    this.line = bytes(TrailPosition.start(name).line());
  }

  /** The first record that is filed under something else than it says, as far as was read. */
  OptionalLong misfiled() {
    return misfiled;
  }

  @Override
  public int read() {
    return at < line.length || advance() ? line[at++] & 255 : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) {
    if (count == 0) {
      return 0;
    }
    if (at == line.length && !advance()) {
      return -1;
    }
    int taken = Math.min(count, line.length - at);
    System.arraycopy(line, at, bytes, offset, taken);
    at += taken;
    return taken;
  }

  private boolean advance() {
    if (!rows.hasNext()) {
      List<AuditRow> piece = repository.following(next, size, PIECE);
      rows = piece.iterator();
      if (piece.isEmpty()) {
        return false;
      }
      next = piece.get(piece.size() - 1).sequence() + 1;
    }
    AuditRow row = rows.next();
    if (misfiled.isEmpty() && !row.hasColumnsOfItsContent()) {
      misfiled = OptionalLong.of(row.sequence());
    }
    line = bytes(row.line());
    at = 0;
    return true;
  }

  private static byte[] bytes(String line) {
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
