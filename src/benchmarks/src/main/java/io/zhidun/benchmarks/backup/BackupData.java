package io.zhidun.benchmarks.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Folders of files that are the same for the same seed: by bytes a quarter noise, as scans and
 * archives are, a half text of four thousand words and a quarter records that differ in a number.
 */
final class BackupData {
  private static final int WORDS = 4096;
  private static final int BLOCK = 64 << 10;

  private final SplittableRandom random;
  private final byte[][] words = new byte[WORDS][];

  BackupData(long seed) {
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < WORDS; i++) {
      byte[] word = new byte[3 + random.nextInt(9)];
      for (int j = 0; j < word.length - 1; j++) {
        word[j] = (byte) ('a' + random.nextInt(26));
      }
      word[word.length - 1] = ' ';
      words[i] = word;
    }
  }

  /** Writes files of 4 KiB to 64 MiB until they have {@code size} bytes together. */
  void write(Path folder, long size) throws IOException {
    long left = size;
    for (int number = 0; left > 0; number++) {
      long wanted = Math.min(left, 4L << 10 << random.nextInt(15));
      Path file = folder.resolve("d" + number % 64).resolve("f" + number);
      Files.createDirectories(file.getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BLOCK)) {
        fill(out, wanted, number % 4);
      }
      left -= wanted;
    }
  }

  private void fill(OutputStream out, long wanted, int kind) throws IOException {
    byte[] block = new byte[BLOCK];
    for (long left = wanted; left > 0; ) {
      int length = (int) Math.min(left, block.length);
      switch (kind) {
        case 0 -> random.nextBytes(block);
        case 1, 2 -> text(block);
        default -> records(block);
      }
      out.write(block, 0, length);
      left -= length;
    }
  }

  private void text(byte[] block) {
    for (int at = 0; at < block.length; ) {
      byte[] word = words[(int) (WORDS * random.nextDouble() * random.nextDouble())];
      int length = Math.min(word.length, block.length - at);
      System.arraycopy(word, 0, block, at, length);
      at += length;
    }
  }

  private void records(byte[] block) {
    for (int at = 0; at < block.length; ) {
      String line =
          "{\"number\":\"CN%012d\",\"state\":\"pending\",\"class\":%d}\n"
              .formatted(random.nextLong(1_000_000_000_000L), random.nextInt(45));
      byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
      int length = Math.min(bytes.length, block.length - at);
      System.arraycopy(bytes, 0, block, at, length);
      at += length;
    }
  }
}
