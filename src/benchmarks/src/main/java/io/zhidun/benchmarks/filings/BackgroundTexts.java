package io.zhidun.benchmarks.filings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Real Chinese abstracts, and which of them are copies of one another by plain counting. */
final class BackgroundTexts {

  private static final int FIRST_IDEOGRAPH = 0x4e00;
  private static final int IDEOGRAPHS = 3_000;
  private static final int WIDTH = 4;

  private final List<String> texts;
  private final List<Set<String>> shingles = new ArrayList<>();

  BackgroundTexts(Path file) throws IOException {
    texts = Files.readAllLines(file);
    texts.forEach(text -> shingles.add(shingles(text)));
  }

  List<String> texts() {
    return texts;
  }

  /** The highest likeness of each text to an earlier one. */
  double[] likenessToEarlier() {
    double[] highest = new double[texts.size()];
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        highest[i] = Math.max(highest[i], jaccard(shingles.get(i), shingles.get(j)));
      }
    }
    return highest;
  }

  /** The text with a share of its characters replaced, in runs of so many. */
  static String edited(String text, double share, int run, Random random) {
    char[] characters = text.toCharArray();
    int edits = (int) Math.round(text.length() * share / run);
    for (int edit = 0; edit < edits; edit++) {
      int at = random.nextInt(characters.length);
      for (int i = at; i < Math.min(at + run, characters.length); i++) {
        characters[i] = (char) (FIRST_IDEOGRAPH + random.nextInt(IDEOGRAPHS));
      }
    }
    return new String(characters);
  }

  private static Set<String> shingles(String text) {
    String letters = text.replaceAll("[^\\p{IsAlphabetic}\\p{IsIdeographic}]", "");
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + WIDTH <= letters.length(); i++) {
      shingles.add(letters.substring(i, i + WIDTH));
    }
    return shingles;
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    Set<String> smaller = a.size() < b.size() ? a : b;
    Set<String> larger = a.size() < b.size() ? b : a;
    int shared = 0;
    for (String shingle : smaller) {
      shared += larger.contains(shingle) ? 1 : 0;
    }
    int all = a.size() + b.size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }
}
