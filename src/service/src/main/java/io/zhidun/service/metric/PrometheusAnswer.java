package io.zhidun.service.metric;

import io.zhidun.events.Json;
import io.zhidun.service.web.Problems;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one answer of Prometheus' HTTP API as it comes, so that a large one takes no memory. */
final class PrometheusAnswer implements AutoCloseable {
  /** Series that are shown of an answer; the others are counted. */
  static final int MAX_SERIES = 200;

  /** Values of a label that are read. */
  private static final int MAX_TEXTS = 100_000;

  private static final int MAX_BYTES = 64 << 20;
  private static final int MAX_ERROR = 1000;

  private final JsonParser json;
  private final List<String> warnings = new ArrayList<>();
  private int total;

  PrometheusAnswer(InputStream body) {
    this.json = Json.mapper().createParser(new Bounded(body));
  }

  RangeAnswer range(RangeQuery query) throws IOException {
    List<RangeAnswer.Line> lines = new ArrayList<>();
    results(
        "matrix",
        () -> {
          Map<String, String> labels = Map.of();
          double[] values = new double[query.steps() + 1];
          Arrays.fill(values, Double.NaN);
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
              case "metric" -> labels = labels();
              case "values" -> {
                while (json.nextToken() == JsonToken.START_ARRAY) {
                  place(query, values);
                }
              }
              default -> json.skipChildren();
            }
          }
          if (lines.size() < MAX_SERIES) {
            lines.add(new RangeAnswer.Line(labels, values));
          }
        });
    return new RangeAnswer(query.from(), query.step(), query.steps(), lines, total, warnings);
  }

  /** Puts a pair of time and value where it belongs. */
  private void place(RangeQuery query, double[] values) {
    json.nextToken();
    double offset = json.getDoubleValue() - query.from().getEpochSecond();
    json.nextToken();
    double value = value(json.getString());
    json.nextToken();
    long index = Math.round(offset / query.step().toSeconds());
    if (index >= 0 && index < values.length) {
      values[(int) index] = value;
    }
  }

  InstantAnswer instant(Instant at) throws IOException {
    List<InstantAnswer.Point> points = new ArrayList<>();
    results(
        "vector",
        () -> {
          if (json.currentToken() == JsonToken.START_ARRAY) {
            points.add(new InstantAnswer.Point(Map.of(), pair()));
            return;
          }
          Map<String, String> labels = Map.of();
          double value = Double.NaN;
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
              case "metric" -> labels = labels();
              case "value" -> value = pair();
              default -> json.skipChildren();
            }
          }
          if (points.size() < MAX_SERIES) {
            points.add(new InstantAnswer.Point(labels, value));
          }
        });
    return new InstantAnswer(at, points, total, warnings);
  }

  private double pair() {
    json.nextToken();
    json.nextToken();
    double value = value(json.getString());
    json.nextToken();
    return value;
  }

  List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    fields(
        name -> {
          if (name.equals("data")) {
            while (json.nextToken() == JsonToken.VALUE_STRING) {
              if (texts.size() < MAX_TEXTS) {
                texts.add(json.getString());
              }
            }
          } else {
            json.skipChildren();
          }
        });
    return texts;
  }

  /** Why the engine refused a question, in its words. */
  String error() throws IOException {
    StringBuilder error = new StringBuilder();
    fields(
        name -> {
          if (name.equals("error")) {
            error.append(json.getString());
          } else {
            json.skipChildren();
          }
        });
    error.setLength(Math.min(error.length(), MAX_ERROR));
    return error.toString();
  }

  /**
   * @param wanted the type of results
   * @param each reads one of them: an object, or a scalar's pair of time and value
   */
  private void results(String wanted, Step each) throws IOException {
    fields(
        name -> {
          switch (name) {
            case "data" -> data(wanted, each);
            case "warnings", "infos" -> {
              while (json.nextToken() == JsonToken.VALUE_STRING) {
                warnings.add(json.getString());
              }
            }
            default -> json.skipChildren();
          }
        });
  }

  private void data(String wanted, Step each) throws IOException {
    String type = "";
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "resultType" -> type = json.getString();
        case "result" -> result(type, wanted, each);
        default -> json.skipChildren();
      }
    }
  }

  private void result(String type, String wanted, Step each) throws IOException {
    if (type.equals("scalar")) {
      total++;
      each.read();
    } else if (type.equals(wanted)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        total++;
        each.read();
      }
    } else {
      throw Problems.of(
          HttpStatus.BAD_REQUEST,
          "bad-expression",
          "the expression must give one number a series and moment, gave a " + type);
    }
  }

  /** Calls {@code field} at the value of each field of the answer. */
  private void fields(Field field) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("an answer must be an object");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      field.read(name);
    }
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      labels.put(name, json.getString());
    }
    return labels;
  }

  private static double value(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  @Override
  public void close() {
    json.close();
  }

  private interface Step {
    void read() throws IOException;
  }

  private interface Field {
    void read(String name) throws IOException;
  }

  /** Ends with a problem where an answer is longer than anybody could look at. */
  private static final class Bounded extends FilterInputStream {
    private int left = MAX_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw Problems.of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "answer-too-large",
            "the answer has more than " + MAX_BYTES + " bytes: ask for fewer series");
      }
    }
  }
}
