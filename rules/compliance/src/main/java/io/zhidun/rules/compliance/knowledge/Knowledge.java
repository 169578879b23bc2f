package io.zhidun.rules.compliance.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files of the rule catalogue's folder {@code compliance}, as text, table or tree. */
public final class Knowledge {
  private static final String FOLDER = "/io/zhidun/catalog/compliance/";

  private Knowledge() {}

  /**
   * Text of a shipped file.
   *
   * @throws IllegalArgumentException where it is not on the class path
   */
  public static String text(String name) {
    try (InputStream in = Knowledge.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalArgumentException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A shipped table: the first line names the columns, tabs part them, nothing is quoted. */
  public static List<Row> table(String name) {
    return rows(name, text(name));
  }

  static List<Row> rows(String name, String text) {
    List<String> lines = text.lines().toList();
    String[] columns = lines.get(0).split("\t", -1);
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      String place = name + ":" + (i + 1);
      if (cells.length != columns.length) {
        throw new IllegalArgumentException(
            place + ": " + cells.length + " cells where " + columns.length + " columns are named");
      }
      Map<String, String> named = new LinkedHashMap<>();
      for (int column = 0; column < cells.length; column++) {
        named.put(columns[column], cells[column].strip());
      }
      rows.add(new Row(place, named));
    }
    return rows;
  }

  /** A shipped YAML file. */
  public static Node yaml(String name) {
    return yaml(name, text(name));
  }

  /** YAML of a site; the name stands in what is said about faults. */
  public static Node yaml(String name, String text) {
    return Node.of(name, new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
  }
}
