package io.zhidun.simulator.market.text;

import java.util.ArrayList;
import java.util.List;

/** A sentence with slots and choices of wording, in the notation of {@code patterns.txt}. */
final class Pattern {
  private final Token[] tokens;

  private Pattern(Token[] tokens) {
    this.tokens = tokens;
  }

  /** A piece of the sentence: a slot where {@code slot} is not 0, else a choice of words. */
  private record Token(char slot, String[] choices) {}

  static Pattern parse(String line) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      char first = line.charAt(at);
      if (first == '{') {
        int end = line.indexOf('}', at);
        tokens.add(new Token(line.charAt(at + 1), new String[0]));
        at = end + 1;
      } else if (first == '[') {
        int end = line.indexOf(']', at);
        tokens.add(new Token('\0', line.substring(at + 1, end).split("\\|", -1)));
        at = end + 1;
      } else {
        int end = at;
        while (end < line.length() && line.charAt(end) != '{' && line.charAt(end) != '[') {
          end++;
        }
        tokens.add(new Token('\0', new String[] {line.substring(at, end)}));
        at = end;
      }
    }
    return new Pattern(tokens.toArray(Token[]::new));
  }

  void write(Draft draft) {
    draft.begin();
    for (Token token : tokens) {
      if (token.slot != '\0') {
        draft.slot(token.slot);
      } else {
        draft.choice(token.choices);
      }
    }
  }
}
