package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.TextComparison.Passage;
import io.zhidun.service.web.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two filings side by side, part by part, with the passages they share. */
@Component
class FilingComparison {
  /** The rest of a longer part is counted, neither compared nor sent. */
  private static final int MOST = 20_000;

  private final FilingRepository filings;

  FilingComparison(FilingRepository filings) {
    this.filings = filings;
  }

  Compared of(String a, String b) {
    Side left = side(a);
    Side right = side(b);
    List<Part> parts = new ArrayList<>();
    for (String name : List.of("title", "abstract", "claims", "description")) {
      String leftText = left.text(name);
      String rightText = right.text(name);
      if (!leftText.isEmpty() || !rightText.isEmpty()) {
        parts.add(part(name, leftText, rightText));
      }
    }
    return new Compared(left.face(), right.face(), parts);
  }

  private Side side(String number) {
    FilingRow row =
        filings
            .find(number)
            .orElseThrow(() -> Problems.notFound("no filing has the number " + number));
    return new Side(row, Wire.object(filings.body(number).orElse("{}")));
  }

  private static Part part(String name, String a, String b) {
    String left = cut(a);
    String right = cut(b);
    boolean both = !left.isEmpty() && !right.isEmpty();
    TextComparison compared = TextComparison.of(left, right);
    return new Part(
        name,
        both ? compared.similarity() : null,
        left,
        right,
        a.length() - left.length(),
        b.length() - right.length(),
        compared.shared().stream().map(Shared::of).toList());
  }

  private static String cut(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
    return text.substring(0, end);
  }

  private record Side(FilingRow row, ObjectNode wire) {
    Face face() {
      return new Face(row.applicationNumber(), row.title(), row.shownApplicant(), row.filingDate());
    }

    String text(String part) {
      if (part.equals("title")) {
        String title = wire.path("inventionTitle").asString("");
        return title.isEmpty() ? wire.path("markText").asString("") : title;
      }
      if (wire.path(part) instanceof ArrayNode list) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
          texts.add(one.asString(""));
        }
        return String.join("\n", texts);
      }
      return wire.path(part).asString("");
    }
  }

  /** What is answered. */
  record Compared(Face a, Face b, List<Part> parts) {}

  /** A filing, briefly. */
  record Face(String applicationNumber, String title, String applicant, String filingDate) {}

  /**
   * One part of both filings.
   *
   * @param similarity null where one side lacks the part
   * @param aRest characters of a that were left out
   */
  record Part(
      String part,
      @Nullable Double similarity,
      String a,
      String b,
      int aRest,
      int bRest,
      List<Shared> shared) {}

  /** A shared passage: start and end in each text, in UTF-16 units, the end excluded. */
  record Shared(List<Integer> a, List<Integer> b) {
    static Shared of(Passage one) {
      return new Shared(List.of(one.aStart(), one.aEnd()), List.of(one.bStart(), one.bEnd()));
    }
  }
}
