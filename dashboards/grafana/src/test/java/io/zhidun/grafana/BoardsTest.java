package io.zhidun.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class BoardsTest {
  private static final String TWO_LANGUAGES = ".*\\p{IsHan}.* · .*[A-Za-z].*";
  private static final int COLUMNS = 24;

  @Test
  void everyBoardHasANameOfItsOwnThatIsItsFile() {
    assertThat(Board.all()).hasSizeGreaterThanOrEqualTo(5);
    for (Board board : Board.all()) {
      assertThat(board.file()).isEqualTo(board.json().path("uid").stringValue() + ".json");
    }
  }

  @ParameterizedTest
  @MethodSource("boards")
  void speaksChineseAndEnglish(Board board) {
    List<String> titles = new ArrayList<>();
    titles.add(board.json().path("title").stringValue());
    for (JsonNode panel : board.json().path("panels")) {
      titles.add(panel.path("title").stringValue());
    }
    assertThat(titles).allMatch(title -> title.matches(TWO_LANGUAGES));
  }

  @ParameterizedTest
  @MethodSource("boards")
  void takesItsDataSourceFromTheVariable(Board board) {
    for (JsonNode panel : board.panels()) {
      assertThat(panel.path("datasource").path("uid").stringValue()).isEqualTo("${datasource}");
      assertThat(panel.path("targets")).isNotEmpty();
      for (JsonNode target : panel.path("targets")) {
        assertThat(target.path("datasource").path("uid").stringValue()).isEqualTo("${datasource}");
      }
    }
  }

  /** A panel that lies over another is moved by Grafana, and the board looks like no one's. */
  @ParameterizedTest
  @MethodSource("boards")
  void laysNoPanelOverAnother(Board board) {
    Set<String> taken = new HashSet<>();
    Set<Integer> ids = new HashSet<>();
    for (JsonNode panel : board.json().path("panels")) {
      assertThat(ids.add(panel.path("id").intValue())).isTrue();
      JsonNode at = panel.path("gridPos");
      int right = at.path("x").intValue() + at.path("w").intValue();
      assertThat(right).isLessThanOrEqualTo(COLUMNS);
      for (int x = at.path("x").intValue(); x < right; x++) {
        for (int y = 0; y < at.path("h").intValue(); y++) {
          String cell = x + "/" + (at.path("y").intValue() + y);
          assertThat(taken.add(cell)).as(panel.path("title") + " at " + cell).isTrue();
        }
      }
    }
  }

  static List<Board> boards() {
    return Board.all();
  }
}
