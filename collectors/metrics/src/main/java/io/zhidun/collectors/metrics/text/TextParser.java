package io.zhidun.collectors.metrics.text;

import io.zhidun.collectors.metrics.Names;
import io.zhidun.events.metrics.MetricKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text exposition line by line: Prometheus' format 0.0.4, or OpenMetrics 1.0 with its
 * stricter rules (no blank lines or other comments, single spaces, times in seconds, {@code # EOF}
 * at the end). Sources: "Exposition formats" of the Prometheus documentation; the OpenMetrics 1.0
 * specification. Exemplars are checked and passed by. Not safe for use by several threads.
 */
public final class TextParser {
  private static final int MOST_LABELS = 256;

  private final boolean openMetrics;
  private final SampleSink sink;
  private final Map<String, String> labels = new LinkedHashMap<>();
  private byte[] line = new byte[0];
  private int at;
  private int end;
  private long number;
  private boolean ended;
  private String family = "";
  private @Nullable FamilyType type;

  /**
   * @param openMetrics whether the text says of itself that it is OpenMetrics
   * @param sink where samples go
   */
  public TextParser(boolean openMetrics, SampleSink sink) {
    this.openMetrics = openMetrics;
    this.sink = sink;
  }

  /** Whether a Content-Type names OpenMetrics; everything else is read as 0.0.4. */
  public static boolean isOpenMetrics(String contentType) {
    return contentType.stripLeading().startsWith("application/openmetrics-text");
  }

  /** A line of the first {@code length} bytes, without its end. */
  void line(byte[] bytes, int length) throws TextFault {
    number++;
    line = bytes;
    at = 0;
    end = length;
    if (ended) {
      throw fault("nothing may stand behind # EOF");
    }
    if (!openMetrics) {
      skipBlanks();
    }
    if (at == end) {
      if (openMetrics) {
        throw fault("OpenMetrics has no blank lines");
      }
    } else if (line[at] == '#') {
      comment();
    } else {
      sample();
    }
  }

  /** What stands behind the last end of a line. */
  void lastLine(byte[] bytes, int length) throws TextFault {
    line(bytes, length);
    if (!openMetrics || !ended) {
      throw fault("the last line has no end");
    }
  }

  /** The text ends. */
  void end() throws TextFault {
    if (openMetrics && !ended) {
      throw fault("OpenMetrics ends in # EOF");
    }
  }

  TextFault fault(String rule) {
    return new TextFault("line " + number + ": " + rule);
  }

  private void comment() throws TextFault {
    String text = text(at, end);
    if (openMetrics && text.equals("# EOF")) {
      ended = true;
      return;
    }
    String[] words = text.split(openMetrics ? " " : "[ \t]+", 4);
    String keyword = words.length > 1 && words[0].equals("#") ? words[1] : "";
    boolean metadata =
        keyword.equals("TYPE") || keyword.equals("HELP") || openMetrics && keyword.equals("UNIT");
    if (!metadata) {
      if (openMetrics) {
        throw fault("OpenMetrics has no comments but TYPE, HELP, UNIT and EOF");
      }
      return;
    }
    if (words.length < 3 || !Names.isName(words[2], true)) {
      throw fault(keyword + " needs a metric's name");
    }
    if (!words[2].equals(family)) {
      family = words[2];
      type = null;
    }
    if (keyword.equals("TYPE")) {
      type(words.length < 4 ? "" : words[3].stripTrailing());
    }
  }

  private void type(String word) throws TextFault {
    if (type != null) {
      throw fault("the type of " + family + " is given twice");
    }
    type = FamilyType.of(word, openMetrics);
    if (type == null) {
      throw fault("the type of " + family + " must be one of the format's");
    }
  }

  private void sample() throws TextFault {
    String name = name(true);
    labels.clear();
    blanks();
    if (at < end && line[at] == '{') {
      labels();
    }
    separator();
    double value = value();
    long time = SampleSink.NO_TIME;
    if (hasMore() && line[at] != '#') {
      time = time();
    }
    if (hasMore()) {
      exemplar();
    }
    sink.sample(name, labels, kind(name), time, value);
  }

  private String name(boolean colons) throws TextFault {
    int from = at;
    while (at < end && Names.isNamePart(line[at], colons)) {
      at++;
    }
    if (at == from || line[from] >= '0' && line[from] <= '9') {
      throw fault("a name must stand at byte " + (from + 1));
    }
    return text(from, at);
  }

  private void labels() throws TextFault {
    at++;
    blanks();
    while (at < end && line[at] != '}') {
      String name = name(false);
      blanks();
      expect('=');
      blanks();
      expect('"');
      if (labels.putIfAbsent(name, quoted()) != null) {
        throw fault("the label " + name + " stands twice");
      }
      if (labels.size() > MOST_LABELS) {
        throw fault("a sample may have " + MOST_LABELS + " labels");
      }
      blanks();
      if (at < end && line[at] == ',') {
        at++;
        blanks();
      } else if (at < end && line[at] != '}') {
        throw fault("a comma or } must stand behind a label, at byte " + (at + 1));
      }
    }
    expect('}');
  }

  /** Text up to the closing quote, its escapes resolved. */
  private String quoted() throws TextFault {
    int from = at;
    int to = at;
    while (at < end && line[at] != '"') {
      byte next = line[at++];
      if (next == '\\') {
        next = escaped();
      }
      line[to++] = next; // never ahead of what was read
    }
    expect('"');
    return text(from, to);
  }

  private byte escaped() throws TextFault {
    byte next = at < end ? line[at] : 0;
    at++;
    return switch (next) {
      case 'n' -> '\n';
      case '"', '\\' -> next;
      default -> throw fault("a backslash stands before n, \" and \\ only, at byte " + at);
    };
  }

  private double value() throws TextFault {
    String word = word();
    try {
      return Numbers.parse(word);
    } catch (NumberFormatException e) {
      throw fault("\"" + word + "\" is no value");
    }
  }

  private long time() throws TextFault {
    String word = word();
    try {
      if (!openMetrics) {
        return Long.parseLong(word);
      }
      double seconds = Numbers.parse(word);
      if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
        throw new NumberFormatException("no time");
      }
      return Math.round(seconds * 1e3);
    } catch (NumberFormatException e) {
      throw fault("\"" + word + "\" is no time");
    }
  }

  private String word() throws TextFault {
    int from = at;
    while (at < end && line[at] != ' ' && line[at] != '\t') {
      at++;
    }
    if (at - from > 80) {
      throw fault("a number has at most 80 characters");
    }
    return text(from, at);
  }

  /** Whether another word follows; goes to it. */
  private boolean hasMore() throws TextFault {
    if (at == end) {
      return false;
    }
    if (!openMetrics) {
      skipBlanks();
      return at < end;
    }
    separator();
    return true;
  }

  private void separator() throws TextFault {
    if (!openMetrics) {
      skipBlanks();
    } else {
      expect(' ');
    }
    if (openMetrics && at == end) {
      throw fault("a line must not end in a space");
    }
  }

  private void exemplar() throws TextFault {
    if (!openMetrics || line[at] != '#') {
      throw fault("nothing may stand behind value and time, at byte " + (at + 1));
    }
    at++;
    expect(' ');
    if (at == end || line[at] != '{') {
      throw fault("an exemplar begins with its labels");
    }
    Map<String, String> kept = new LinkedHashMap<>(labels);
    labels.clear();
    labels();
    labels.clear();
    labels.putAll(kept);
    separator();
    double unusedValue = value();
    if (hasMore()) {
      long unusedTime = time();
    }
    if (at < end) {
      throw fault("nothing may stand behind an exemplar");
    }
  }

  private void expect(char c) throws TextFault {
    if (at == end || line[at] != c) {
      throw fault("a '" + c + "' must stand at byte " + (at + 1));
    }
    at++;
  }

  private void blanks() {
    if (!openMetrics) {
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (at < end && (line[at] == ' ' || line[at] == '\t')) {
      at++;
    }
  }

  private MetricKind kind(String name) {
    return type == null || !type.holds(family, name) ? MetricKind.UNKNOWN : type.kind();
  }

  private String text(int from, int to) throws TextFault {
    for (int i = from; i < to; i++) {
      if (line[i] < 0) {
        return strict(from, to);
      }
    }
    return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private String strict(int from, int to) throws TextFault {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw fault("the text is no UTF-8");
    }
  }
}
