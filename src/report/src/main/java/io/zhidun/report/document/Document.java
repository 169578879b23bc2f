package io.zhidun.report.document;

import io.zhidun.report.document.Block.Heading;
import java.time.Instant;
import java.util.List;

/**
 * A document on A4: title page, front matter with Roman page numbers, contents, body.
 *
 * @param language BCP 47, of the fixed texts
 * @param header on each page after the title page
 * @param footer beside the page number
 * @param front between title page and contents
 * @param made stands in the properties of the file
 */
public record Document(
    Cover cover,
    String language,
    String header,
    String footer,
    PageWords words,
    List<Block> front,
    List<Block> body,
    Instant made) {

  public Document {
    front = List.copyOf(front);
    body = List.copyOf(body);
  }

  /** Headings of the table of contents: levels 1 and 2. */
  public List<Heading> contents() {
    return body.stream()
        .filter(Heading.class::isInstance)
        .map(Heading.class::cast)
        .filter(heading -> heading.level() < 3)
        .toList();
  }

  /**
   * Words that a typesetter needs.
   *
   * @param contents title of the table of contents
   * @param page with one place, %s: this page
   * @param pageOf with two places: this page and the number of pages
   */
  public record PageWords(String contents, String page, String pageOf) {}
}
