package io.zhidun.rules;

import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of the catalogue on the class path. A class path cannot be listed, so the catalogue
 * carries an index of its files.
 */
public final class Catalog {
  private static final String ROOT = "/io/zhidun/catalog/";
  private static final String INDEX = "index.txt";

  private Catalog() {}

  /** Paths of all files, relative to the catalogue's root; empty without a catalogue. */
  public static List<String> files() {
    if (Catalog.class.getResource(ROOT + INDEX) == null) {
      return List.of();
    }
    return text(INDEX).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /**
   * A file's text.
   *
   * @throws IllegalArgumentException when the catalogue has no such file
   */
  public static String text(String path) {
    try (InputStream in = Catalog.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new IllegalArgumentException("the catalogue has no file " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue file " + path, e);
    }
  }

  static RuleFiles ruleFiles() {
    List<RuleFile> files = new ArrayList<>();
    for (String path : files()) {
      boolean rules = path.startsWith("sigma/") || path.startsWith("correlation/");
      if (rules && path.endsWith(".yml") && !path.endsWith(".cases.yml")) {
        files.add(RuleParser.parse("catalog/" + path, text(path)));
      }
    }
    return new RuleFiles(files);
  }
}
