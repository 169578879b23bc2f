package io.zhidun.rules.filings.judge;

import io.zhidun.rules.filings.signal.SignalFamily;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The knowledge of the judge of filings: kinds, weights and sentences of signals, legal bases with
 * their days, and the Drools rules. Compiled once; safe for all threads.
 */
public final class FilingRules {

  private static final String FOLDER = "/io/zhidun/catalog/filings/";
  private static final String OPINION = "opinion";
  private static final int MOST_FIRINGS = 1_000;
  private static final double MEDIUM = 0.5;

  private final KieBase base;
  private final String version;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<String, SignalKind> signals = new LinkedHashMap<>();
  private final Map<String, List<LegalBasis>> bases = new LinkedHashMap<>();

  private FilingRules(KieBase base, String version) {
    this.base = base;
    this.version = version;
  }

  /**
   * The rules that are shipped. Takes a second: never on the stream's path.
   *
   * @throws IllegalArgumentException naming file and place where they are wrong
   */
  public static FilingRules shipped() {
    String drl = text("judge.drl");
    FilingRules rules =
        new FilingRules(compile(drl), string(yaml("kinds.yml"), "version", "kinds.yml"));
    rules.readKinds(yaml("kinds.yml"));
    rules.readSignals(yaml("signals.yml"));
    rules.readBases(yaml("legal-bases.yml"));
    return rules;
  }

  public String version() {
    return version;
  }

  /** The kinds by code, in the order of the provisions. */
  public Map<String, Kind> kinds() {
    return Collections.unmodifiableMap(kinds);
  }

  /**
   * What is published about the signal.
   *
   * @throws IllegalArgumentException where nothing is
   */
  public SignalKind signal(String code) {
    SignalKind kind = signals.get(code);
    if (kind == null) {
      throw new IllegalArgumentException("signals.yml says nothing of the signal " + code);
    }
    return kind;
  }

  /** Codes of all signals that are published. */
  public Set<String> signalCodes() {
    return Set.copyOf(signals.keySet());
  }

  /** The provisions of the kind that were in force on any of the days. */
  List<LegalBasis> bases(String kind, LocalDate first, LocalDate last) {
    return bases.getOrDefault(kind, List.of()).stream()
        .filter(
            basis ->
                !last.isBefore(basis.from())
                    && (basis.until() == null || first.isBefore(basis.until())))
        .toList();
  }

  Kind kind(String code) {
    Kind kind = kinds.get(code);
    if (kind == null) {
      throw new IllegalArgumentException("kinds.yml has no kind " + code);
    }
    return kind;
  }

  /** What the rules make of the facts. Depends on the facts alone. */
  List<Ruling> rule(About about, List<Found> facts) {
    KieSession session = base.newKieSession();
    try {
      Opinion opinion = new Opinion();
      session.setGlobal(OPINION, opinion);
      session.insert(about);
      facts.forEach(session::insert);
      session.fireAllRules(MOST_FIRINGS);
      for (String kind : opinion.kinds()) {
        session.insert(standing(kind, opinion));
      }
      session.fireAllRules(MOST_FIRINGS);
      return rulings(opinion);
    } finally {
      session.dispose();
    }
  }

  private static List<Ruling> rulings(Opinion opinion) {
    List<Ruling> rulings = new ArrayList<>();
    for (String kind : opinion.kinds()) {
      Tier tier = opinion.tier(kind);
      if (tier != null) {
        List<String> codes =
            opinion.signals(kind).keySet().stream().map(Found::code).distinct().toList();
        rulings.add(new Ruling(kind, tier, codes));
      }
    }
    return rulings;
  }

  private static Standing standing(String kind, Opinion opinion) {
    Set<String> families = new TreeSet<>();
    double strength = 0;
    int filings = 0;
    for (Map.Entry<Found, Boolean> signal : opinion.signals(kind).entrySet()) {
      Found found = signal.getKey();
      if (found.score() >= MEDIUM) {
        families.add(found.family());
      }
      if (signal.getValue()) {
        strength = Math.max(strength, found.score());
        filings = Math.max(filings, found.filings());
      }
    }
    boolean onlyText = families.equals(Set.of(SignalFamily.TEXT.wire()));
    return new Standing(kind, strength, families.size(), onlyText, filings);
  }

  private static KieBase compile(String drl) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    ReleaseId release =
        services.newReleaseId("io.zhidun", "filings", Integer.toHexString(drl.hashCode()));
    files.generateAndWritePomXML(release);
    files.write("src/main/resources/io/zhidun/filings/judge.drl", drl);
    KieBuilder builder = services.newKieBuilder(files, FilingRules.class.getClassLoader());
    builder.buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("judge.drl: " + errors);
    }
    KieBase base = services.newKieContainer(release).getKieBase();
    services.getRepository().removeKieModule(release);
    return base;
  }

  private void readKinds(Map<String, Object> yaml) {
    for (Map.Entry<String, Object> entry : section(yaml, "kinds").entrySet()) {
      Map<String, Object> kind = map(entry.getValue(), "kinds.yml: " + entry.getKey());
      kinds.put(
          entry.getKey(),
          new Kind(entry.getKey(), string(kind, "register", entry.getKey()), texts(kind, "name")));
    }
  }

  private void readSignals(Map<String, Object> yaml) {
    for (Map.Entry<String, Object> entry : section(yaml, "signals").entrySet()) {
      String place = "signals.yml: " + entry.getKey();
      Map<String, Object> signal = map(entry.getValue(), place);
      if (!(signal.get("weight") instanceof Number weight)
          || weight.doubleValue() <= 0
          || weight.doubleValue() > 1) {
        throw new IllegalArgumentException(place + ": weight is not a number from 0 to 1");
      }
      signals.put(
          entry.getKey(),
          new SignalKind(
              entry.getKey(),
              weight.doubleValue(),
              texts(signal, "name"),
              texts(signal, "sentence")));
    }
  }

  private void readBases(Map<String, Object> yaml) {
    Map<String, Object> laws = section(yaml, "laws");
    for (Map.Entry<String, Object> entry : section(yaml, "bases").entrySet()) {
      List<LegalBasis> read = new ArrayList<>();
      if (!(entry.getValue() instanceof List<?> list)) {
        throw new IllegalArgumentException("legal-bases.yml: " + entry.getKey() + " is no list");
      }
      for (Object item : list) {
        read.add(basis(map(item, entry.getKey()), laws));
      }
      bases.put(entry.getKey(), List.copyOf(read));
    }
  }

  private static LegalBasis basis(Map<String, Object> item, Map<String, Object> laws) {
    String code = string(item, "law", "legal-bases.yml");
    Map<String, Object> law = map(laws.get(code), "legal-bases.yml: law " + code);
    Texts name = texts(law, "name");
    return new LegalBasis(
        code,
        name.zh(),
        name.en(),
        string(item, "article", code),
        LocalDate.parse(string(law, "from", code)),
        date(law.get("until")));
  }

  private static @Nullable LocalDate date(@Nullable Object value) {
    return value == null ? null : LocalDate.parse(value.toString());
  }

  private static Map<String, Object> section(Map<String, Object> yaml, String name) {
    return map(yaml.get(name), name);
  }

  private static Texts texts(Map<String, Object> map, String name) {
    Map<String, Object> texts = map(map.get(name), name);
    return new Texts(string(texts, "zh", name), string(texts, "en", name));
  }

  private static String string(Map<String, Object> map, String name, String place) {
    Object value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException(place + ": " + name + " is missing");
    }
    return value.toString();
  }

  private static Map<String, Object> map(@Nullable Object value, String place) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(place + ": is no mapping");
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, item) -> copy.put(String.valueOf(key), item));
    return copy;
  }

  private static Map<String, Object> yaml(String name) {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return map(yaml.load(text(name)), name);
  }

  private static String text(String name) {
    try (InputStream in = FilingRules.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalArgumentException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
