package io.zhidun.rules.filings.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value of a record that knows where it stands, so that a fault can say so. */
final class Field {

  private final @Nullable Field parent;
  private final String name;
  private final int index;
  private final JsonNode node;
  private final Reading reading;

  private Field(@Nullable Field parent, String name, int index, JsonNode node, Reading reading) {
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.node = node;
    this.reading = reading;
  }

  static Field root(JsonNode node, Reading reading) {
    return new Field(null, "line", -1, node, reading);
  }

  boolean isObject() {
    return node.isObject();
  }

  boolean isList() {
    return node.isArray();
  }

  boolean isTrue() {
    return node.isBoolean() && node.booleanValue();
  }

  /** The named member, or null where it is missing, null or empty text. */
  @Nullable Field at(String member) {
    JsonNode value = node.get(member);
    if (value == null || value.isNull() || value.isString() && value.stringValue().isBlank()) {
      return null;
    }
    return new Field(this, member, -1, value, reading);
  }

  /** The first of two names that is there. */
  @Nullable Field at(String member, String alias) {
    Field found = at(member);
    return found != null ? found : at(alias);
  }

  Field required(String member) {
    Field found = at(member);
    if (found == null) {
      throw missing(member, "is missing");
    }
    return found;
  }

  FormException missing(String member, String reason) {
    return new FormException(FormFault.of(pathOf(member), "", reason));
  }

  /** The members of a list; a single value counts as a list of one, nothing as an empty one. */
  List<Field> list(String member, int limit) {
    Field list = at(member);
    return list == null ? List.of() : list.members(limit);
  }

  List<Field> members(int limit) {
    if (!node.isArray()) {
      return List.of(this);
    }
    if (node.size() > limit) {
      throw new FormException(
          FormFault.of(path(), node.size() + " values", "must be at most " + limit + " values"));
    }
    List<Field> all = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      JsonNode value = node.get(i);
      if (!value.isNull() && !(value.isString() && value.stringValue().isBlank())) {
        all.add(new Field(this, name, i, value, reading));
      }
    }
    return all;
  }

  @Nullable String text(String member, int limit) {
    Field found = at(member);
    return found == null ? null : found.text(limit);
  }

  String text(int limit) {
    String text = raw();
    if (text.length() > limit) {
      throw fault("must be at most " + limit + " characters, has " + text.length());
    }
    return text;
  }

  /** Text that no fault may show, for it names a person. */
  String secret(int limit) {
    String text = raw();
    if (text.length() > limit) {
      throw new FormException(concealed("****", "must be at most " + limit + " characters"));
    }
    return text;
  }

  /** Text of which only the beginning is kept where it is too long. */
  String longText(int limit) {
    String text = raw();
    if (text.length() <= limit) {
      return text;
    }
    note("cut to the first " + limit + " of " + text.length() + " characters");
    return Texts.cut(text, limit);
  }

  private String raw() {
    if (node.isObject() || node.isArray()) {
      throw fault("must be text");
    }
    return Texts.clean(node.asString());
  }

  double decimal(double least, double most) {
    double value;
    try {
      value = node.isNumber() ? node.doubleValue() : Double.parseDouble(raw());
    } catch (NumberFormatException e) {
      throw fault("must be a number");
    }
    if (!(value >= least && value <= most)) {
      throw fault("must be from " + least + " to " + most);
    }
    return value;
  }

  String path() {
    if (index >= 0 && parent != null) {
      return parent.path() + "[" + index + "]";
    }
    return parent == null ? name : parent.pathOf(name);
  }

  private String pathOf(String member) {
    return parent == null ? member : path() + "." + member;
  }

  FormException fault(String reason) {
    return new FormException(FormFault.of(path(), shown(), reason));
  }

  /** A fault that shows a masked form in place of the value, for that names a person. */
  FormFault concealed(String masked, String reason) {
    return FormFault.of(path(), masked, reason);
  }

  void note(String reason) {
    reading.note(FormFault.of(path(), shown(), reason));
  }

  void note(FormFault note) {
    reading.note(note);
  }

  Reading reading() {
    return reading;
  }

  private String shown() {
    if (node.isObject()) {
      return "{…}";
    }
    return node.isArray() ? "[…]" : node.asString();
  }
}
