package io.zhidun.rules.filings.form;

import java.nio.CharBuffer;

/**
 * Follows the markup of a document before a parser sees it, for the parser holds each tag, comment,
 * instruction and CDATA section as a whole. What is too long of the last three is left out of the
 * middle; a tag or a document type that is too long is a fault.
 */
final class XmlMarkup {

  private static final int TAG_CHARS = Limits.XML_ATTRIBUTES * Limits.XML_ATTRIBUTE_CHARS;
  private static final int DOCTYPE_CHARS = 1 << 20;
  private static final int REMARK_CHARS = 1 << 12;
  private static final int CDATA_CHARS = Limits.DESCRIPTION_CHARS + Limits.DESCRIPTION_CHARS / 8;
  private static final String CDATA = "<![CDATA[";

  private enum State {
    TEXT,
    OPEN,
    TAG,
    DOCTYPE,
    SECTION
  }

  private State state = State.TEXT;
  private final StringBuilder open = new StringBuilder(CDATA.length());
  private String end = "";
  private int limit;
  private int length;
  private int matched;
  private boolean leaving;
  private char last;
  private char quote;
  private boolean subset;
  private int line = 1;
  private int column = 1;
  private long lost;

  /** Takes one character and puts what is kept; at most four characters. */
  void take(char c, CharBuffer to) {
    column = c == '\n' ? 1 : column + 1;
    line += c == '\n' ? 1 : 0;
    switch (state) {
      case TEXT -> text(c, to);
      case OPEN -> open(c, to);
      case TAG -> tag(c, to);
      case DOCTYPE -> doctype(c, to);
      case SECTION -> section(c, to);
    }
    last = c;
  }

  private void text(char c, CharBuffer to) {
    to.put(c);
    if (c == '<') {
      state = State.OPEN;
      open.setLength(0);
      open.append(c);
    }
  }

  private void open(char c, CharBuffer to) {
    open.append(c);
    length = 0;
    if (open.length() == 2 && c == '?') {
      begin("?>", REMARK_CHARS);
    } else if (open.indexOf("<!--") == 0) {
      begin("-->", REMARK_CHARS);
    } else if (CDATA.contentEquals(open)) {
      begin("]]>", CDATA_CHARS);
    } else if (open.length() == 2 && c != '!') {
      state = State.TAG;
      quote = 0;
      tag(c, to);
      return;
    } else if (!CDATA.startsWith(open.toString()) && !"<!--".startsWith(open.toString())) {
      state = State.DOCTYPE;
      subset = false;
      doctype(c, to);
      return;
    }
    to.put(c);
  }

  private void begin(String terminator, int most) {
    state = State.SECTION;
    end = terminator;
    limit = most;
    matched = 0;
    leaving = false;
  }

  private void tag(char c, CharBuffer to) {
    bounded(TAG_CHARS, "a tag");
    to.put(c);
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      state = State.TEXT;
    }
  }

  private void doctype(char c, CharBuffer to) {
    bounded(DOCTYPE_CHARS, "a document type");
    to.put(c);
    if (c == '[' || c == ']') {
      subset = c == '[';
    } else if (c == '>' && !subset) {
      state = State.TEXT;
    }
  }

  private void section(char c, CharBuffer to) {
    length++;
    // Not after a hyphen, which must not stand before the end of a comment, nor within a pair.
    if (!leaving && length > limit && last != '-' && !Character.isLowSurrogate(c)) {
      leaving = true;
      matched = 0;
    }
    match(c);
    if (!leaving) {
      to.put(c);
    } else if (matched == end.length()) {
      to.put(end);
    } else {
      lost++;
    }
    if (matched == end.length()) {
      state = State.TEXT;
    }
  }

  private void match(char c) {
    if (c == end.charAt(matched)) {
      matched++;
    } else if (matched == 2 && c == end.charAt(0) && c == end.charAt(1)) {
      matched = 2; // a third hyphen or bracket: the last two may still begin the end
    } else {
      matched = c == end.charAt(0) ? 1 : 0;
    }
  }

  private void bounded(int most, String what) {
    if (++length > most) {
      throw new FormException(
          FormFault.of("xml", place(), "has " + what + " of more than " + most + " characters"));
    }
  }

  /** Where the next character stands. */
  String place() {
    return "line " + line + ", column " + column;
  }

  /** How many characters were left out. */
  long lost() {
    return lost;
  }
}
