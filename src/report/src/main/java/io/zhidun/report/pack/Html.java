package io.zhidun.report.pack;

import io.zhidun.report.Plain;

/** Text of a page in which nothing of others becomes markup. */
final class Html {

  private final StringBuilder page = new StringBuilder(1 << 16);

  /** Adds markup of our own. */
  Html raw(String markup) {
    page.append(markup);
    return this;
  }

  /** Adds text of anybody. */
  Html text(String text) {
    String plain = Plain.of(text);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        default -> page.append(c);
      }
    }
    return this;
  }

  /** Adds an element that holds a text. */
  Html element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">");
  }

  /** Adds a row of a table. */
  Html row(String... cells) {
    raw("<tr>");
    for (String cell : cells) {
      element("td", cell);
    }
    return raw("</tr>\n");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
