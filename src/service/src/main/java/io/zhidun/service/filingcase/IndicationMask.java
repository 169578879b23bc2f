package io.zhidun.service.filingcase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Masks natural persons in an indication. A person who is named once, as subject, member, end of a
 * link, inventor or anywhere in the evidence, is masked in every text of it, explanations included.
 *
 * <p>What evidence is made of is the detectors' own affair, and a new one may name people under a
 * new word. So evidence is read the careful way: whatever has the form of a person's name is one,
 * unless its field is known to hold words of another sort.
 */
final class IndicationMask {
  /** Members of evidence that always name persons. */
  private static final Set<String> PERSONS =
      Set.of("inventor", "inventors", "representative", "legalRepresentative", "contact", "person");

  /** Members of evidence whose words are marks, titles and codes, though they look like names. */
  private static final Set<String> WORDS =
      Set.of("type", "mark", "protectedMark", "word", "list", "examples", "title", "otherTitle");

  /** Evidence whose {@code name} is that of a person, in whatever form. */
  private static final String INVENTOR = "inventor";

  private static final Pattern BETWEEN_NAMES = Pattern.compile("[、，,；;/]");

  /** Where a sentence names the other party; the evidence behind it may have been cut short. */
  private static final Pattern IN_BRACKETS = Pattern.compile("（([^（）]+)）");

  private static final Pattern MOBILE =
      Pattern.compile("(?<![0-9A-Za-z])(1[3-9]\\d)\\d{4}(\\d{4})(?![0-9A-Za-z])");

  /** GB 11643: region, date of birth, serial number, check digit. */
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<![0-9A-Za-z])([1-8]\\d{2})\\d{3}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])"
              + "(?:0[1-9]|[12]\\d|3[01])\\d{2}(\\d[0-9Xx])(?![0-9A-Za-z])");

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
    indication.path("evidence").forEach(one -> collectEvidence(one, names));
    IN_BRACKETS
        .matcher(indication.path("explanation").path("zh").asString(""))
        .results()
        .forEach(named -> rememberPersons(named.group(1), names));
    indication.path("evidence").forEach(IndicationMask::maskAddresses);
    if (!names.isEmpty()) {
      new IndicationMask(names).mask(indication);
    }
    if (indication.path("evidence") instanceof ArrayNode evidence) {
      change(evidence, IndicationMask::withoutNumbers);
    }
    return indication;
  }

  /** Persons by their keys, wherever a name stands beside one. */
  private static void collect(JsonNode node, Set<String> names) {
    if (node instanceof ObjectNode object) {
      add(object, "key", "name", names);
      add(object, "a", "aName", names);
      add(object, "b", "bName", names);
      add(object, "ownerKey", "owner", names);
    }
    node.forEach(each -> collect(each, names));
  }

  private static void add(ObjectNode object, String key, String name, Set<String> names) {
    String text = object.path(name).asString("");
    if (PersonalNames.personal(object.path(key).asString(""), text)) {
      remember(text, names);
    }
  }

  private static void collectEvidence(JsonNode evidence, Set<String> names) {
    boolean inventor = evidence.path("type").asString("").equals(INVENTOR);
    if (inventor) {
      remember(evidence.path("name").asString(""), names);
    }
    collectNames(evidence, names);
  }

  private static void collectNames(JsonNode node, Set<String> names) {
    if (node instanceof ObjectNode object) {
      object.forEachEntry(
          (field, value) -> {
            if (PERSONS.contains(field)) {
              texts(value).forEach(name -> remember(name, names));
            } else if (!WORDS.contains(field)) {
              texts(value).forEach(text -> rememberPersons(text, names));
            }
            collectNames(value, names);
          });
    } else if (node instanceof ArrayNode array) {
      array.forEach(one -> collectNames(one, names));
    }
  }

  /** A name, or several in one text. */
  private static void rememberPersons(String text, Set<String> names) {
    if (PersonalNames.personal(text, text)) {
      remember(text, names);
      return;
    }
    for (String one : BETWEEN_NAMES.split(text, -1)) {
      if (PersonalNames.personal(one, one)) {
        remember(one.strip(), names);
      }
    }
  }

  private static void remember(String name, Set<String> names) {
    if (name.strip().length() > 1) {
      names.add(name);
    }
  }

  /** A text, or those of a list. */
  private static Stream<String> texts(JsonNode value) {
    return value instanceof ArrayNode array
        ? array.valueStream().filter(JsonNode::isString).map(one -> one.asString(""))
        : Stream.of(value).filter(JsonNode::isString).map(one -> one.asString(""));
  }

  /** The address that ties a person to another is where that person lives: only its city stays. */
  private static void maskAddresses(JsonNode evidence) {
    boolean persons =
        PersonalNames.personal(evidence.path("a").asString(""), evidence.path("aName").asString(""))
            || PersonalNames.personal(
                evidence.path("b").asString(""), evidence.path("bName").asString(""));
    for (JsonNode by : evidence.path("by")) {
      if (persons
          && by instanceof ObjectNode key
          && key.path("key").asString("").equals("address")) {
        String address = key.path("masked").asString("");
        int city = address.indexOf('/');
        key.put("masked", (city < 0 ? "" : address.substring(0, city)) + "***");
      }
    }
  }

  private void mask(ObjectNode indication) {
    change(indication, this::masked);
  }

  /** Changes every text below a node. */
  private static void change(JsonNode node, UnaryOperator<String> how) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> one : List.copyOf(object.properties())) {
        if (one.getValue().isString()) {
          object.put(one.getKey(), how.apply(one.getValue().asString("")));
        } else {
          change(one.getValue(), how);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.path(i).isString()) {
          array.set(i, how.apply(array.path(i).asString("")));
        } else {
          change(array.path(i), how);
        }
      }
    }
  }

  private static String withoutNumbers(String text) {
    String open = IDENTITY.matcher(text).replaceAll("$1*************$2");
    return MOBILE.matcher(open).replaceAll("$1****$2");
  }

  private String masked(String text) {
    String result = text;
    for (String name : names) {
      result = result.replace(name, PersonalNames.masked(name));
    }
    return result;
  }
}
