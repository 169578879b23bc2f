package io.zhidun.rules.filings.record;

import java.util.List;

/**
 * The technical part of a patent filing.
 *
 * @param title of the invention
 * @param ipcCodes main one first, such as G06F17/30; Locarno classes for a design
 * @param abstractText may be empty
 * @param claims each claim with its number, may be empty
 * @param description may be empty
 * @param drawings SHA-256 of each drawing, hexadecimal
 */
public record Invention(
    String title,
    List<String> ipcCodes,
    String abstractText,
    List<String> claims,
    String description,
    List<String> drawings) {

  public Invention {
    ipcCodes = List.copyOf(ipcCodes);
    claims = List.copyOf(claims);
    drawings = List.copyOf(drawings);
  }
}
