package io.zhidun.report.pack;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that somebody put in evidence. Its name is shown and never used as a path; in the pack it
 * ends in .bin, so that no browser renders what is in it.
 *
 * @param evidence id of what it belongs to
 * @param name as it was given, of any characters
 */
public record Attachment(String evidence, String name, Source source) {

  /** Opens the bytes; the pack closes them. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }
}
