package io.zhidun.rules.match;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.LogSource;
import io.zhidun.rules.atom.Folding;
import io.zhidun.rules.atom.TextView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Which kind of log a Windows event came from, by its channel and event id: the part of Sigma's
 * taxonomy that the data itself does not say. Immutable.
 */
public final class WindowsLogs {
  private static final String TABLE = "windows-logs.yml";
  private static final String PRODUCT = "windows";
  private static final int HIGHEST_ID = 9_999;
  private static final LogSource WINDOWS = new LogSource(null, PRODUCT, null);
  private static final WindowsLogs SHIPPED = read();

  /** Field of the channel and of the event id: as Windows names them, as ECS does. */
  private static final int[][] NAMES = {
    {FieldNames.id("Channel"), FieldNames.id("EventID")},
    {FieldNames.id("winlog.channel"), FieldNames.id("event.code")}
  };

  private static final int EVENT_TYPE = FieldNames.id("EventType");

  private final EqualityTable channels;
  private final List<Service> services;

  private WindowsLogs(EqualityTable channels, List<Service> services) {
    this.channels = channels;
    this.services = services;
  }

  /** The shipped table. */
  public static WindowsLogs shipped() {
    return SHIPPED;
  }

  /** One service: its log source where the event id says no more, and those by event id. */
  private record Service(LogSource alone, LogSource[] byId) {}

  private static final String REGISTRY = "registry_event";
  private static final LogSource ADDED = new LogSource("registry_add", PRODUCT, "sysmon");
  private static final LogSource DELETED = new LogSource("registry_delete", PRODUCT, "sysmon");

  /**
   * The log source of an event; {@link LogSource#ANY} where it names no channel.
   *
   * @param view scratch space
   */
  public LogSource of(Event event, TextView view) {
    for (int[] names : NAMES) {
      int slot = event.first(names[0]);
      if (slot >= 0) {
        view.showFolded(event, slot);
        int[] found = channels.find(view.bytes(), view.from(), view.to());
        return found.length == 0 ? WINDOWS : within(services.get(found[0]), event, names[1], view);
      }
    }
    return LogSource.ANY;
  }

  private static LogSource within(Service service, Event event, int idField, TextView view) {
    int slot = event.first(idField);
    if (slot < 0 || service.byId.length == 0) {
      return service.alone;
    }
    view.showFolded(event, slot);
    int id = number(view);
    LogSource known = id < 0 || id >= service.byId.length ? null : service.byId[id];
    if (known == null) {
      return service.alone;
    }
    return REGISTRY.equals(known.category()) ? registry(known, event, view) : known;
  }

  /** Adding and deleting share an event id; where the type is missing too, it is either. */
  private static LogSource registry(LogSource either, Event event, TextView view) {
    int slot = event.first(EVENT_TYPE);
    if (slot < 0) {
      return either;
    }
    view.showFolded(event, slot);
    if (starts(view, "create")) {
      return ADDED;
    }
    return starts(view, "delete") ? DELETED : either;
  }

  private static boolean starts(TextView view, String word) {
    byte[] fold = Folding.asciiTable();
    if (view.to() - view.from() < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (fold[view.bytes()[view.from() + i] & 0xff] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(TextView view) {
    int length = view.to() - view.from();
    int value = length == 0 || length > 4 ? -1 : 0;
    for (int i = view.from(); value >= 0 && i < view.to(); i++) {
      int digit = view.bytes()[i] - '0';
      value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
    }
    return value;
  }

  private static WindowsLogs read() {
    try (InputStream in = WindowsLogs.class.getResourceAsStream(TABLE)) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Map<String, Map<String, ?>> table = yaml.load(Objects.requireNonNull(in, TABLE));
      return new Builder(table).build();
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }

  /** From the table's text to what is asked for every event. */
  private static final class Builder {
    private final Map<String, ?> channels;
    private final Map<String, ?> categories;

    Builder(Map<String, Map<String, ?>> table) {
      this.channels = Objects.requireNonNull(table.get("channels"));
      this.categories = Objects.requireNonNull(table.get("categories"));
    }

    WindowsLogs build() {
      List<byte[]> names = new ArrayList<>();
      List<int[]> numbers = new ArrayList<>();
      List<Service> services = new ArrayList<>();
      channels.forEach(
          (service, list) -> {
            for (Object channel : (List<?>) list) {
              names.add(Folding.fold(channel.toString()).getBytes(StandardCharsets.UTF_8));
              numbers.add(new int[] {services.size()});
            }
            services.add(service(service));
          });
      return new WindowsLogs(EqualityTable.of(names, numbers), List.copyOf(services));
    }

    private Service service(String name) {
      Map<?, ?> byCategory = (Map<?, ?>) categories.get(name);
      LogSource[] byId = new LogSource[byCategory == null ? 0 : HIGHEST_ID + 1];
      if (byCategory != null) {
        byCategory.forEach(
            (category, ids) -> {
              LogSource source = new LogSource(category.toString(), PRODUCT, name);
              ((List<?>) ids).forEach(id -> byId[(Integer) id] = source);
            });
      }
      return new Service(new LogSource(null, PRODUCT, name), byId);
    }
  }
}
