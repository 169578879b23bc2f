package io.zhidun.service.ruleset;

import io.zhidun.events.LiveRule;
import io.zhidun.rules.cases.CaseFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rule files of a zip in memory; nothing is written anywhere, so a name in it cannot
 * reach a file of ours. What is unpacked is counted as it comes, whatever the zip claims. Texts are
 * kept as they are, with their licence and author.
 *
 * @param files texts by their name in the zip
 * @param leftOut names that were not taken, and why
 */
record ZipImport(Map<String, String> files, Map<String, String> leftOut) {
  /** More entries than any folder of rules has. */
  static final int MAX_ENTRIES = 20_000;

  private static final int MAX_PATH = 300;
  private static final int SHOWN = 500;

  /** A zip is refused as a whole. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * @throws Refused where it is none, or unpacks to too much
   */
  static ZipImport read(byte[] zip) throws Refused {
    Map<String, String> files = new TreeMap<>();
    Map<String, String> leftOut = new LinkedHashMap<>();
    long room = ProposalForm.MAX_TEXT;
    int entries = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++entries > MAX_ENTRIES) {
          throw new Refused("the zip has more than " + MAX_ENTRIES + " entries");
        }
        byte[] bytes = bounded(in, room);
        room -= bytes.length;
        String fault = entry.isDirectory() ? null : take(entry.getName(), bytes, files);
        if (fault != null && leftOut.size() < SHOWN) {
          leftOut.put(shown(entry.getName()), fault);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused("the zip cannot be read: " + e.getMessage());
    }
    if (entries == 0) {
      throw new Refused("this is no zip, or an empty one");
    }
    return new ZipImport(files, leftOut);
  }

  private static byte[] bounded(InputStream in, long room) throws IOException, Refused {
    byte[] bytes = in.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE));
    if (bytes.length > room) {
      throw new Refused("the zip unpacks to more than " + ProposalForm.MAX_TEXT + " bytes");
    }
    return bytes;
  }

  private static @Nullable String take(String name, byte[] bytes, Map<String, String> files) {
    if (!name.endsWith(".yml") && !name.endsWith(".yaml")) {
      return "is not YAML";
    }
    if (name.length() > MAX_PATH || !ProposalForm.isStorable(name)) {
      return "has a name that cannot be kept";
    }
    if (bytes.length > LiveRule.LONGEST) {
      return "has more than " + LiveRule.LONGEST + " bytes";
    }
    String text = text(bytes);
    if (text == null) {
      return "is not UTF-8";
    }
    return files.putIfAbsent(safe(name), text) == null ? null : "stands in the zip twice";
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return ProposalForm.isStorable(text) ? text : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The name is only shown, but nobody should have to wonder where it leads. */
  private static String safe(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.replace('\\', '/').split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String shown(String name) {
    return name.length() <= MAX_PATH ? name : name.substring(0, MAX_PATH) + "…";
  }

  /** The rule files as changes, each with its cases. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    files.forEach(
        (path, text) -> {
          if (!path.endsWith(".cases.yml")) {
            String cases = files.getOrDefault(CaseFile.nameFor(path), "");
            changes.add(ProposalForm.text(path, text, cases));
          }
        });
    return changes;
  }
}
