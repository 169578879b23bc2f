package io.zhidun.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How events with one sequence of fields and constant values are written: the text between the
 * values that change, worked out once. A source writes a handful of different sequences, so nearly
 * every event finds its layout ready.
 */
final class EventLayout {
  /** ECS fields that are lists even with one value. */
  private static final Set<String> LISTS =
      Set.of(
          "event.category",
          "event.type",
          "related.ip",
          "related.user",
          "related.hash",
          "related.hosts",
          "tags",
          "user.roles",
          "host.ip");

  private static final String VENDOR = "vendor";

  final int hash;
  private final int[] fields;
  private final @Nullable byte[][] constants;

  /** Text before each value, in the order of {@link #slots}. */
  final byte[][] before;

  final int[] slots;

  /** Text after the last value, up to where extras go. */
  final byte[] beforeExtras;

  final boolean vendorOpen;

  /** Whether anything but extras is written. */
  final boolean hasFields;

  private EventLayout(
      int hash,
      int[] fields,
      @Nullable byte[][] constants,
      byte[][] before,
      int[] slots,
      byte[] beforeExtras,
      boolean vendorOpen) {
    this.hash = hash;
    this.fields = fields;
    this.constants = constants;
    this.before = before;
    this.slots = slots;
    this.beforeExtras = beforeExtras;
    this.vendorOpen = vendorOpen;
    this.hasFields = slots.length > 0 || beforeExtras.length > 1;
  }

  /**
   * The layout for {@code fields}, where -1 stands for an extra.
   *
   * @param hash of what follows, by the caller's own reckoning
   * @param constants by slot the value that is always the same, or null
   */
  static EventLayout of(int hash, int[] fields, @Nullable byte[][] constants) {
    return new Builder(fields, constants).build(hash);
  }

  /** Whether it is for events of this shape. */
  boolean fits(Event event) {
    return event.consistsOf(fields, constants);
  }

  /** Walks the fields in the order of their paths, opening and closing objects on the way. */
  private static final class Builder {
    private final int[] fields;
    private final @Nullable byte[][] constants;
    private final List<byte[]> before = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>();
    private final StringBuilder text = new StringBuilder("{");
    private final List<String> open = new ArrayList<>();
    private boolean first = true;

    Builder(int[] fields, @Nullable byte[][] constants) {
      this.fields = fields;
      this.constants = constants;
    }

    EventLayout build(int hash) {
      List<Path> paths = paths();
      for (int i = 0; i < paths.size(); i++) {
        Path path = paths.get(i);
        boolean hasChildren = i + 1 < paths.size() && paths.get(i + 1).isBelow(path);
        leaf(hasChildren ? path.child("_value") : path);
      }
      closeTo(vendorIsOpen() ? 1 : 0);
      return new EventLayout(
          hash,
          fields,
          constants,
          before.toArray(byte[][]::new),
          slots.stream().mapToInt(Integer::intValue).toArray(),
          text.toString().getBytes(StandardCharsets.UTF_8),
          vendorIsOpen());
    }

    private boolean vendorIsOpen() {
      return !open.isEmpty() && open.get(0).equals(VENDOR);
    }

    private List<Path> paths() {
      return Arrays.stream(fields)
          .filter(field -> field >= 0)
          .distinct()
          .mapToObj(field -> new Path(field, List.of(FieldNames.name(field).split("\\.", -1))))
          .sorted(Path.ORDER)
          .toList();
    }

    private void leaf(Path path) {
      List<String> parents = path.segments.subList(0, path.segments.size() - 1);
      int common = 0;
      while (common < Math.min(open.size(), parents.size())
          && open.get(common).equals(parents.get(common))) {
        common++;
      }
      closeTo(common);
      for (String parent : parents.subList(common, parents.size())) {
        key(parent);
        text.append('{');
        open.add(parent);
        first = true;
      }
      key(path.segments.get(path.segments.size() - 1));
      values(path);
      first = false;
    }

    private void values(Path path) {
      int[] own = slotsOf(path.field);
      boolean list = own.length > 1 || LISTS.contains(FieldNames.name(path.field));
      if (list) {
        text.append('[');
      }
      for (int i = 0; i < own.length; i++) {
        text.append(i > 0 ? "," : "");
        byte[] constant = constants[own[i]];
        if (constant != null) {
          text.append(quoted(constant));
          continue;
        }
        before.add(text.toString().getBytes(StandardCharsets.UTF_8));
        slots.add(own[i]);
        text.setLength(0);
      }
      if (list) {
        text.append(']');
      }
    }

    private int[] slotsOf(int field) {
      return java.util.stream.IntStream.range(0, fields.length)
          .filter(slot -> fields[slot] == field)
          .toArray();
    }

    private void key(String name) {
      text.append(first ? "" : ",")
          .append(quoted(name.getBytes(StandardCharsets.UTF_8)))
          .append(':');
    }

    private static String quoted(byte[] bytes) {
      JsonBuffer quoted = new JsonBuffer();
      quoted.text(bytes, 0, bytes.length);
      return new String(quoted.array(), 0, quoted.length(), StandardCharsets.UTF_8);
    }

    private void closeTo(int depth) {
      while (open.size() > depth) {
        open.remove(open.size() - 1);
        text.append('}');
        first = false;
      }
    }
  }

  /** A field's name in segments; ordered so that each object's fields stand together. */
  private record Path(int field, List<String> segments) {
    static final Comparator<Path> ORDER =
        Comparator.<Path>comparingInt(path -> path.segments.get(0).equals(VENDOR) ? 1 : 0)
            .thenComparing(Path::compareSegments);

    private static int compareSegments(Path a, Path b) {
      int shared = Math.min(a.segments.size(), b.segments.size());
      for (int i = 0; i < shared; i++) {
        int order = a.segments.get(i).compareTo(b.segments.get(i));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(a.segments.size(), b.segments.size());
    }

    boolean isBelow(Path parent) {
      return segments.size() > parent.segments.size()
          && segments.subList(0, parent.segments.size()).equals(parent.segments);
    }

    Path child(String name) {
      List<String> longer = new ArrayList<>(segments);
      longer.add(name);
      return new Path(field, longer);
    }
  }
}
