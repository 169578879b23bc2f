package io.zhidun.report.document;

import io.zhidun.report.Plain;
import java.util.List;

/** A piece of a document between two pieces. Texts are made printable when a block is made. */
public sealed interface Block {

  /** Hands itself to whoever sets it. */
  void accept(Setter setter);

  /**
   * A numbered heading.
   *
   * @param level 1 to 3; 1 begins a page
   * @param number as in 2.1 or 附录A; empty for an unnumbered one
   * @param anchor unique in the document
   */
  record Heading(int level, String number, String text, String anchor) implements Block {
    public Heading {
      if (level < 1 || level > 3) {
        throw new IllegalArgumentException("level " + level + " of heading " + text);
      }
      text = Plain.of(text);
    }

    /** Number and text as they are printed. */
    public String title() {
      return number.isEmpty() ? text : number + "  " + text;
    }

    @Override
    public void accept(Setter setter) {
      setter.heading(this);
    }
  }

  /** A paragraph of one kind. */
  record Paragraph(Kind kind, String text) implements Block {
    /** How it stands on the page. */
    public enum Kind {
      BODY,
      BULLET,
      /** Framed: what nobody may overlook. */
      NOTICE,
      /** Small, under a table. */
      NOTE
    }

    public Paragraph {
      text = Plain.of(text);
    }

    @Override
    public void accept(Setter setter) {
      setter.paragraph(this);
    }
  }

  /**
   * A table; its head is repeated on each page that it runs over.
   *
   * @param caption empty for none
   */
  record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
    public Table {
      caption = Plain.of(caption);
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      for (Row row : rows) {
        int span = row.cells().stream().mapToInt(Cell::span).sum();
        if (span != columns.size()) {
          throw new IllegalArgumentException(
              "row of " + span + " columns in the table " + caption + " of " + columns.size());
        }
      }
    }

    /** Whether a column has a title; tables of facts have none. */
    public boolean hasHead() {
      return columns.stream().anyMatch(column -> !column.title().isEmpty());
    }

    @Override
    public void accept(Setter setter) {
      setter.table(this);
    }
  }

  /**
   * A column.
   *
   * @param width relative to the others
   */
  record Column(String title, int width, boolean centred) {
    public Column {
      title = Plain.of(title);
      if (width < 1) {
        throw new IllegalArgumentException("width " + width + " of column " + title);
      }
    }

    public static Column left(String title, int width) {
      return new Column(title, width, false);
    }

    public static Column centred(String title, int width) {
      return new Column(title, width, true);
    }
  }

  /** A row. */
  record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public static Row of(Cell... cells) {
      return new Row(List.of(cells));
    }
  }

  /** A cell over one or more columns. */
  record Cell(String text, Tone tone, int span) {
    public Cell {
      text = Plain.of(text);
    }

    public static Cell of(String text) {
      return new Cell(text, Tone.PLAIN, 1);
    }

    public static Cell of(String text, Tone tone) {
      return new Cell(text, tone, 1);
    }
  }

  /**
   * What a cell, or a part of a bar, says by its colour. Never by colour alone: the text says it.
   */
  enum Tone {
    PLAIN("FFFFFF", "000000"),
    /** Name of a fact, or a row that heads others. */
    NAME("EEF1F5", "000000"),
    GOOD("FFFFFF", "1B6E3C"),
    FAIR("FFFFFF", "9A5B00"),
    BAD("FFFFFF", "B3261E"),
    MUTED("FFFFFF", "5F6673");

    private final String ground;
    private final String ink;

    Tone(String ground, String ink) {
      this.ground = ground;
      this.ink = ink;
    }

    /** Six hex digits. */
    public String ground() {
      return ground;
    }

    /** Six hex digits. */
    public String ink() {
      return ink;
    }
  }

  /**
   * A figure of stacked bars, one a row.
   *
   * @param legend what each part of a bar means
   */
  record Bars(String caption, List<Part> legend, List<Bar> bars) implements Block {
    public Bars {
      caption = Plain.of(caption);
      legend = List.copyOf(legend);
      bars = List.copyOf(bars);
    }

    /** Largest sum of a bar, at least 1. */
    public int longest() {
      return Math.max(1, bars.stream().mapToInt(Bar::sum).max().orElse(1));
    }

    @Override
    public void accept(Setter setter) {
      setter.bars(this);
    }
  }

  /** A part of each bar; colour is six hex digits. */
  record Part(String name, String colour) {}

  /** A bar: one number for each part. */
  record Bar(String name, List<Integer> numbers) {
    public Bar {
      name = Plain.of(name);
      numbers = List.copyOf(numbers);
    }

    public int sum() {
      return numbers.stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Sets blocks one by one, in order. */
  interface Setter {
    void heading(Heading heading);

    void paragraph(Paragraph paragraph);

    void table(Table table);

    void bars(Bars bars);
  }
}
