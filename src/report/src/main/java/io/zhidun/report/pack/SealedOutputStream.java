package io.zhidun.report.pack;

import io.zhidun.trust.Sm3;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Replaces the last bytes of what is written, the end of a ZIP comment, by the digest of all before
 * them. So no byte of the container can change unseen, not even in a header that readers skip.
 */
final class SealedOutputStream extends FilterOutputStream {

  static final int SEAL = 2 * Sm3.LENGTH;

  /** Leads in the seal in the comment. */
  static final String LEAD = "zhidun-sm3:";

  private final Sm3 sm3 = new Sm3();
  private final byte[] held = new byte[SEAL];
  private int holding;

  SealedOutputStream(OutputStream out) {
    super(out);
  }

  /** Comment to give to the ZIP before its seal is known. */
  static String comment() {
    return LEAD + "0".repeat(SEAL);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    int passing = Math.max(0, holding + count - SEAL);
    int fromHeld = Math.min(passing, holding);
    pass(held, 0, fromHeld);
    System.arraycopy(held, fromHeld, held, 0, holding - fromHeld);
    holding -= fromHeld;
    int direct = passing - fromHeld;
    pass(bytes, from, direct);
    System.arraycopy(bytes, from + direct, held, holding, count - direct);
    holding += count - direct;
  }

  private void pass(byte[] bytes, int from, int count) throws IOException {
    if (count > 0) {
      sm3.update(bytes, from, count);
      out.write(bytes, from, count);
    }
  }

  /** Writes the seal in place of what was held back; nothing may follow. */
  void seal() throws IOException {
    out.write(Sm3.hex(sm3.digest()).getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
