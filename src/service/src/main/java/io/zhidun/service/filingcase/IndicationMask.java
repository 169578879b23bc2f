package io.zhidun.service.filingcase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Masks natural persons in an indication. A person who is named once, as subject, member, end of a
 * link or inventor, is masked in every text of it, explanations included.
 */
final class IndicationMask {
  /** Members of evidence that always name persons. */
  private static final Set<String> PERSONS =
      Set.of("inventor", "inventors", "representative", "legalRepresentative", "contact", "person");

  /** Members of evidence that name applicants and whom they deal with, persons or not. */
  private static final Set<String> PARTIES =
      Set.of("applicant", "applicants", "assignee", "assignees", "assignor", "party", "from", "to");

  private final List<String> names;

  private IndicationMask(Set<String> names) {
    // Longest first: a name may be part of another.
    List<String> sorted = new ArrayList<>(names);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    this.names = sorted;
  }

  /** Masks in place. */
  static ObjectNode apply(ObjectNode indication) {
    Set<String> names = new LinkedHashSet<>();
    collect(indication, names);
    if (!names.isEmpty()) {
      new IndicationMask(names).mask(indication);
    }
    return indication;
  }

  private static void collect(JsonNode node, Set<String> names) {
    if (node instanceof ObjectNode object) {
      add(object, "key", "name", names);
      add(object, "a", "aName", names);
      add(object, "b", "bName", names);
      object.forEachEntry(
          (field, value) -> {
            if (PERSONS.contains(field)) {
              texts(value).filter(name -> name.strip().length() > 1).forEach(names::add);
            } else if (PARTIES.contains(field)) {
              texts(value).filter(name -> PersonalNames.personal(name, name)).forEach(names::add);
            }
            collect(value, names);
          });
    } else if (node instanceof ArrayNode array) {
      array.forEach(one -> collect(one, names));
    }
  }

  private static void add(ObjectNode object, String key, String name, Set<String> names) {
    String text = object.path(name).asString("");
    if (text.strip().length() > 1 && PersonalNames.personal(object.path(key).asString(""), text)) {
      names.add(text);
    }
  }

  /** A text, or those of a list. */
  private static Stream<String> texts(JsonNode value) {
    return value instanceof ArrayNode array
        ? array.valueStream().filter(JsonNode::isString).map(one -> one.asString(""))
        : Stream.of(value).filter(JsonNode::isString).map(one -> one.asString(""));
  }

  private void mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> one : List.copyOf(object.properties())) {
        if (one.getValue().isString()) {
          object.put(one.getKey(), masked(one.getValue().asString("")));
        } else {
          mask(one.getValue());
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.path(i).isString()) {
          array.set(i, masked(array.path(i).asString("")));
        } else {
          mask(array.path(i));
        }
      }
    }
  }

  private String masked(String text) {
    String result = text;
    for (String name : names) {
      result = result.replace(name, PersonalNames.masked(name));
    }
    return result;
  }
}
