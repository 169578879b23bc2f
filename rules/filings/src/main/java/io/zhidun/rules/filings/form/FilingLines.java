package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one line of our NDJSON, whose fields stand in the module's README, or an answer of CNIPA's
 * query interface. It never throws because of what is in a line. Safe for several threads.
 */
public final class FilingLines {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.LINE_DEPTH)
                          .maxDocumentLength(Limits.LINE_BYTES)
                          .maxStringLength(Limits.LINE_BYTES)
                          .maxTokenCount(Limits.LINE_TOKENS)
                          .maxNameLength(Limits.ID_CHARS)
                          .maxNumberLength(40)
                          .build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final FilingFields filings;
  private final ChangeFields changes;
  private final ActionFields actions;
  private final EntityFields entities;

  /**
   * @param key of the hashes of personal identifiers, at least 16 bytes; records join only under
   *     one key
   */
  public FilingLines(byte[] key) {
    PartyFields parties = new PartyFields(new PersonalHash(key));
    filings = new FilingFields(parties);
    changes = new ChangeFields(parties);
    actions = new ActionFields(parties);
    entities = new EntityFields(parties);
  }

  /**
   * The record of a line. A filing comes first and is followed by the changes that its line tells.
   *
   * @param line UTF-8, with or without the line feed
   */
  public FormRead read(byte[] line) {
    if (line.length > Limits.LINE_BYTES) {
      String size = line.length + " bytes";
      return FormRead.fault(
          FormFault.of("line", size, "must be at most " + Limits.LINE_BYTES + " bytes"));
    }
    try {
      JsonNode root = MAPPER.readTree(line);
      return read(QueryAnswer.is(root) ? QueryAnswer.line(root) : root);
    } catch (JacksonException e) {
      return FormRead.fault(
          FormFault.of("line", place(e), "is not JSON: " + e.getOriginalMessage()));
    }
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null ? "" : "column " + e.getLocation().getColumnNr();
  }

  /** The same of a line that was parsed, or built from another form. */
  FormRead read(JsonNode root) {
    Reading reading = new Reading();
    List<FilingRecord> records = new ArrayList<>(1);
    try {
      read(Field.root(root, reading), records);
    } catch (FormException e) {
      reading.fault(e.fault());
    }
    return new FormRead(records, reading.faults(), reading.notes());
  }

  private void read(Field line, List<FilingRecord> records) {
    if (!line.isObject()) {
      throw line.fault("must be a JSON object");
    }
    if (line.at("change") != null) {
      records.add(changes.read(line));
    } else if (line.at("action") != null) {
      records.add(actions.read(line));
    } else if (line.at("entity") != null) {
      records.add(entities.read(line));
    } else {
      Filing filing = filings.read(line);
      records.add(filing);
      changes.within(line, filing, records);
    }
  }
}
