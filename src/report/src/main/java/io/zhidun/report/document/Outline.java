package io.zhidun.report.document;

import io.zhidun.report.document.Block.Bars;
import io.zhidun.report.document.Block.Heading;
import io.zhidun.report.document.Block.Paragraph;
import io.zhidun.report.document.Block.Table;
import java.util.ArrayList;
import java.util.List;

/** Gathers blocks and numbers headings, tables and figures as they come. */
public final class Outline {

  private final String appendix;
  private final String tableWord;
  private final String figureWord;
  private final List<Block> blocks = new ArrayList<>();
  private String chapter = "";
  private int chapters;
  private int appendices;
  private int sections;
  private int subsections;
  private int tables;
  private int figures;

  /**
   * Empty.
   *
   * @param appendix word before the letter of an appendix
   * @param tableWord word before the number of a table
   * @param figureWord word before the number of a figure
   */
  public Outline(String appendix, String tableWord, String figureWord) {
    this.appendix = appendix;
    this.tableWord = tableWord;
    this.figureWord = figureWord;
  }

  public Outline chapter(String text) {
    return open(String.valueOf(++chapters), String.valueOf(chapters), text);
  }

  public Outline appendix(String text) {
    String letter = String.valueOf((char) ('A' + appendices++));
    return open(letter, appendix + letter, text);
  }

  private Outline open(String mark, String number, String text) {
    chapter = mark;
    sections = 0;
    subsections = 0;
    tables = 0;
    figures = 0;
    return add(new Heading(1, number, text, "h-" + mark));
  }

  public Outline section(String text) {
    subsections = 0;
    String number = chapter + "." + ++sections;
    return add(new Heading(2, number, text, "h-" + number));
  }

  public Outline subsection(String text) {
    String number = chapter + "." + sections + "." + ++subsections;
    return add(new Heading(3, number, text, "h-" + number));
  }

  public Outline body(String text) {
    return add(new Paragraph(Paragraph.Kind.BODY, text));
  }

  public Outline bullet(String text) {
    return add(new Paragraph(Paragraph.Kind.BULLET, text));
  }

  public Outline note(String text) {
    return add(new Paragraph(Paragraph.Kind.NOTE, text));
  }

  public Outline notice(String text) {
    return add(new Paragraph(Paragraph.Kind.NOTICE, text));
  }

  /** With its number before the caption. */
  public Outline table(String caption, List<Block.Column> columns, List<Block.Row> rows) {
    String number = tableWord + " " + chapter + "-" + ++tables + "  ";
    return add(new Table(number + caption, columns, rows));
  }

  /** Without a caption. */
  public Outline facts(List<Block.Column> columns, List<Block.Row> rows) {
    return add(new Table("", columns, rows));
  }

  /** With its number before the caption. */
  public Outline figure(Bars bars) {
    String number = figureWord + " " + chapter + "-" + ++figures + "  ";
    return add(new Bars(number + bars.caption(), bars.legend(), bars.bars()));
  }

  public Outline add(Block block) {
    blocks.add(block);
    return this;
  }

  public List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
