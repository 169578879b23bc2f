package io.zhidun.service.asset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one system or asset and tells everything that is wrong with them. */
final class Fields {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private final Consumer<FieldFault> faults;
  private boolean good = true;

  Fields(Consumer<FieldFault> faults) {
    this.faults = faults;
  }

  /** Whether nothing was wrong so far. */
  boolean good() {
    return good;
  }

  void fault(String field, String value, String zh, String en) {
    good = false;
    faults.accept(FieldFault.of(field, value, zh, en));
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  String id(String field, @Nullable String value) {
    String text = value == null ? "" : value.strip();
    if (!isId(text)) {
      fault(
          field,
          text,
          "须为 1 至 64 个小写字母、数字或 . _ -，以字母或数字开头",
          "must be 1 to 64 of a-z 0-9 . _ - and start with a letter or digit");
    }
    return text;
  }

  String required(String field, @Nullable String value, int most) {
    String text = optional(field, value, most);
    if (text.isEmpty()) {
      fault(field, "", "不能为空", "must not be empty");
    }
    return text;
  }

  String optional(String field, @Nullable String value, int most) {
    String text = value == null ? "" : value.strip();
    if (text.length() > most) {
      fault(field, text, "最多 " + most + " 个字符", "must be at most " + most + " characters");
      return "";
    }
    if (text.chars().anyMatch(c -> c < 32)) {
      fault(field, text, "不能含控制字符", "must not hold control characters");
      return "";
    }
    return text;
  }

  int within(String field, @Nullable Integer value, int least, int most) {
    if (value == null || value < least || value > most) {
      fault(
          field,
          String.valueOf(value),
          "须为 " + least + " 至 " + most + " 的整数",
          "must be a whole number from " + least + " to " + most);
      return least;
    }
    return value;
  }

  List<String> list(String field, @Nullable List<String> values, int most, int mostEach) {
    List<String> read = new ArrayList<>();
    for (String value : values == null ? List.<String>of() : values) {
      String text = optional(field, value, mostEach);
      if (!text.isEmpty() && !read.contains(text)) {
        read.add(text);
      }
    }
    if (read.size() > most) {
      fault(field, read.size() + "", "最多 " + most + " 个", "must be at most " + most);
      return List.of();
    }
    return read;
  }

  @Nullable LocalDate date(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(value.strip());
      if (date.getYear() >= 1990 && date.getYear() <= 2200) {
        return date;
      }
    } catch (DateTimeException e) {
      // The fault below says it.
    }
    fault(field, value, "须为 2027-05-31 这样的日期", "must be a date such as 2027-05-31");
    return null;
  }

  String oneOf(String field, @Nullable String value, List<String> known) {
    String text = value == null ? "" : value.strip();
    if (!known.contains(text)) {
      fault(
          field,
          text,
          "须为 " + String.join("、", known) + " 之一",
          "must be one of " + String.join(", ", known));
    }
    return text;
  }
}
