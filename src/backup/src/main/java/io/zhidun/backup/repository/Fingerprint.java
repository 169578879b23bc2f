package io.zhidun.backup.repository;

import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * 64 bits over the bytes of a chunk, by which a run that goes on tells whether the source still
 * says what it said. Against accident, not against a forger: who can change the source has no need
 * to.
 */
final class Fingerprint {
  private Fingerprint() {}

  static String of(byte[] bytes, int length) {
    CRC32 first = new CRC32();
    CRC32C second = new CRC32C();
    first.update(bytes, 0, length);
    second.update(bytes, 0, length);
    return HexFormat.of().toHexDigits(first.getValue() << 32 | second.getValue());
  }
}
