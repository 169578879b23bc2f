package io.zhidun.rules.filings.mark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Short names of companies, all different, for calibration; they are not part of the tree. */
final class CompanyNames {

  static final Path FILE = Path.of("../../../shared/data/filings/lexicon/company-short-names.txt");

  private CompanyNames() {}

  static List<String> shuffled(long seed) throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      if (!line.isBlank()) {
        names.add(line.trim());
      }
    }
    Collections.shuffle(names, new Random(seed));
    return names;
  }
}
