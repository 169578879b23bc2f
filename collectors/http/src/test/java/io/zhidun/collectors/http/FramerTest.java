package io.zhidun.collectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramerTest {
  private final Reservation.Memory memory = new Reservation.Memory(1 << 20);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void piecesMakeNoDifference(int piece) throws RefusalException {
    assertThat(lines("one\ntwo\r\n\n0123456789ab\n0123456789\nlast", 10, piece))
        .containsExactly(
            "RECORD one",
            "RECORD two",
            "EMPTY ",
            "TOO_LONG 0123456789",
            "RECORD 0123456789",
            "RECORD last");
  }

  @Test
  void aDocumentKeepsItsLineEnds() throws RefusalException {
    Framer framer = new Framer(false, 100, new Reservation(memory));
    byte[] data = "<a>\r\n</a>\r\n".getBytes(UTF_8);
    assertThat(framer.next(data, 0, data.length)).isNull();
    assertThat(framer.end()).extracting(FramerTest::text).isEqualTo("RECORD <a>\r\n</a>\r\n");
  }

  @Test
  void memoryThatOthersUseIsNotTaken() throws RefusalException {
    new Reservation(memory).hold(1 << 20);
    Framer framer = new Framer(true, 100, new Reservation(memory));
    assertThatThrownBy(() -> framer.next("abc".getBytes(UTF_8), 0, 3))
        .isInstanceOfSatisfying(
            RefusalException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BUSY));
  }

  private List<String> lines(String body, int limit, int piece) throws RefusalException {
    Framer framer = new Framer(true, limit, new Reservation(memory));
    byte[] data = body.getBytes(UTF_8);
    List<String> found = new ArrayList<>();
    for (int at = 0; at < data.length; at += piece) {
      int end = Math.min(data.length, at + piece);
      for (int from = at; from < end; from = framer.consumed()) {
        Item item = framer.next(data, from, end);
        if (item != null) {
          found.add(text(item));
        }
      }
    }
    Item rest = framer.end();
    if (rest != null) {
      found.add(text(rest));
    }
    return found;
  }

  private static String text(Item item) {
    return item.kind() + " " + new String(item.value(), UTF_8);
  }
}
