package io.zhidun.rules.filings.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The same invention and the same mark in each form. */
final class Fixtures {

  static final List<String> ALL =
      List.of(
          "invention.ndjson",
          "cnipa-new.xml",
          "cnipa-old.xml",
          "st96-patent.xml",
          "mark.ndjson",
          "st96-trademark.xml",
          "st66-trademark.xml");

  private Fixtures() {}

  static byte[] bytes(String name) {
    try (InputStream file = Fixtures.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }
}
