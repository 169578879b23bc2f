package io.zhidun.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The common workload: a day of mixed log lines with a known truth. Every further pass is the same
 * day moved by one, so that event time goes on and the truth stays.
 */
final class Workload {
  /** What the reference detector finds at a million lines. */
  static final Truth MILLION = new Truth(1_000_000, 179, 1722, 89, 366);

  private static final int FIRST_DAY = 10;

  private final Path shared;
  private final Path folder;

  /**
   * @param shared the folder of the common workload's generator and peers
   * @param folder where generated files go
   */
  Workload(Path shared, Path folder) {
    this.shared = shared;
    this.folder = folder;
  }

  /**
   * What must be found.
   *
   * @param guessing addresses that guess passwords, and detections of it
   * @param scanning addresses that scan, and detections of it
   */
  record Truth(int lines, int guessing, int guesses, int scanning, int scans) {}

  /** The file of pass {@code pass}, from 0. */
  Path file(int pass) throws IOException, InterruptedException {
    Path first = folder.resolve("mixed-0.log");
    if (!Files.exists(first)) {
      generate(first);
    }
    Path file = folder.resolve("mixed-" + pass + ".log");
    if (!Files.exists(file)) {
      move(first, file, pass);
    }
    return file;
  }

  private void generate(Path file) throws IOException, InterruptedException {
    Process generator =
        new ProcessBuilder(
                "python3",
                shared.resolve("gen.py").toString(),
                Integer.toString(MILLION.lines()),
                file.toString())
            .inheritIO()
            .start();
    if (generator.waitFor() != 0) {
      throw new IOException("the workload's generator failed");
    }
  }

  /** Both forms in which the day stands in a line are two digits in fixed company. */
  private static void move(Path from, Path to, int days) throws IOException {
    byte[] bsd = ascii("Mar " + FIRST_DAY + " ");
    byte[] clf = ascii("[" + FIRST_DAY + "/Mar/");
    byte[] day = ascii(Integer.toString(FIRST_DAY + days));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(from), 1 << 20);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 20)) {
      byte[] all = in.readAllBytes();
      for (int i = 0; i + clf.length < all.length; i++) {
        if (starts(all, i, bsd)) {
          System.arraycopy(day, 0, all, i + 4, 2);
        } else if (starts(all, i, clf)) {
          System.arraycopy(day, 0, all, i + 1, 2);
        }
      }
      out.write(all);
    }
  }

  private static boolean starts(byte[] all, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (all[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
