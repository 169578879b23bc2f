package io.zhidun.service.ruleset;

import io.zhidun.events.LiveRule;
import io.zhidun.rules.RuleText;
import io.zhidun.service.web.Fault;
import io.zhidun.service.web.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as a request carries it; read into a {@link Proposals.Draft} with all its faults told
 * at once. What a text says of the rule is the engine's affair: a draft may be wrong.
 */
record ProposalForm(
    @Nullable String title, @Nullable String note, @Nullable List<@Nullable Form> changes) {
  static final int MAX_TITLE = 200;
  static final int MAX_CHANGES = 5_000;

  /** All texts together, in characters. */
  static final int MAX_TEXT = 8 << 20;

  private static final int MAX_PATH = 300;
  private static final int MAX_ID = 128;
  private static final String SHIPPED = "catalog/";

  /** A change as a request carries it; the id of a text is read from it. */
  record Form(
      Change.@Nullable Kind kind,
      @Nullable String ruleId,
      @Nullable String path,
      @Nullable String text,
      @Nullable String cases) {}

  Proposals.Draft read() {
    List<Fault> faults = new ArrayList<>();
    String named = bounded("title", title, MAX_TITLE, faults).strip();
    if (named.isEmpty()) {
      faults.add(Fault.of("title", named, "must not be empty"));
    }
    String noted = bounded("note", note, RuleTrail.MAX_NOTE, faults);
    List<Change> read = readChanges(faults);
    if (!faults.isEmpty()) {
      throw Problems.invalid(faults);
    }
    return new Proposals.Draft(named, noted, read);
  }

  private List<Change> readChanges(List<Fault> faults) {
    List<@Nullable Form> forms = changes == null ? List.of() : changes;
    if (forms.size() > MAX_CHANGES) {
      faults.add(
          Fault.of("changes", Integer.toString(forms.size()), "may be at most " + MAX_CHANGES));
      return List.of();
    }
    List<Change> read = new ArrayList<>();
    long length = 0;
    for (int i = 0; i < forms.size(); i++) {
      Change change = readChange("changes[" + i + "]", forms.get(i), faults);
      if (change != null) {
        read.add(change);
        SiteText text = change.text();
        length += text == null ? 0 : text.text().length() + text.cases().length();
      }
    }
    if (length > MAX_TEXT) {
      faults.add(Fault.of("changes", length + " characters", "may hold at most " + MAX_TEXT));
    }
    return read;
  }

  private static @Nullable Change readChange(
      String place, @Nullable Form form, List<Fault> faults) {
    if (form == null || form.kind() == null) {
      faults.add(Fault.of(place + ".kind", "", "must be put, remove, disable or enable"));
      return null;
    }
    if (form.kind() != Change.Kind.PUT) {
      String id = bounded(place + ".ruleId", form.ruleId(), MAX_ID, faults);
      return Change.of(Objects.requireNonNull(form.kind()), id);
    }
    String text = bounded(place + ".text", form.text(), LiveRule.LONGEST, faults);
    String cases = bounded(place + ".cases", form.cases(), LiveRule.LONGEST, faults);
    String path = bounded(place + ".path", form.path(), MAX_PATH, faults);
    return text(path, text, cases);
  }

  /** A change that puts a text; the text says which rule it is. */
  static Change text(String path, String text, String cases) {
    String id = new RuleText(path, text).id();
    String shown = path.startsWith(SHIPPED) ? path.substring(SHIPPED.length()) : path;
    String named = shown.isBlank() ? (id.isEmpty() ? "rule" : id) + ".yml" : shown;
    return Change.put(id.length() > MAX_ID ? "" : id, new SiteText(named, text, cases));
  }

  private static String bounded(
      String name, @Nullable String value, int longest, List<Fault> faults) {
    if (value == null) {
      return "";
    }
    if (value.length() > longest) {
      faults.add(Fault.of(name, value, "must be at most " + longest + " characters"));
      return "";
    }
    if (!isStorable(value)) {
      faults.add(Fault.of(name, "", "must not hold U+0000 or half a surrogate pair"));
      return "";
    }
    return value;
  }

  /** PostgreSQL stores neither U+0000 nor a surrogate without its other half. */
  static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }
}
