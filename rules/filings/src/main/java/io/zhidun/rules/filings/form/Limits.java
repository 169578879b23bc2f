package io.zhidun.rules.filings.form;

/**
 * Bounds on what is read. Beyond a bound a text is cut and noted where it is long by nature
 * (abstract, claim, description, goods); everything else beyond a bound refuses its record.
 */
public final class Limits {

  /** Bytes of one line of NDJSON. */
  public static final int LINE_BYTES = 6 << 20;

  /** JSON objects and lists inside one another. */
  public static final int LINE_DEPTH = 16;

  /** Names, values and brackets of one line: what bounds the memory that a small line can take. */
  public static final int LINE_TOKENS = 100_000;

  public static final int APPLICANTS = 200;
  public static final int INVENTORS = 200;
  public static final int AGENTS = 50;
  public static final int CLAIMS = 2_000;
  public static final int IPC_CODES = 500;
  public static final int PRIORITIES = 200;
  public static final int DRAWINGS = 2_000;
  public static final int UPLOADS = 2_000;
  public static final int NICE_CLASSES = 45;
  public static final int SIMILAR_GROUPS = 1_000;
  public static final int GOODS = 5_000;
  public static final int EVENTS = 1_000;
  public static final int RELATED_PARTIES = 2_000;
  public static final int ALIASES = 500;

  /** Characters of an application number, a code or another identifier. */
  public static final int ID_CHARS = 128;

  /** Characters of a name of a person, an organisation, a system. */
  public static final int NAME_CHARS = 500;

  public static final int TITLE_CHARS = 2_000;
  public static final int ADDRESS_CHARS = 1_000;
  public static final int REASON_CHARS = 4_000;

  /** Cut beyond this, and noted. */
  public static final int ABSTRACT_CHARS = 20_000;

  /** Cut beyond this, and noted. */
  public static final int CLAIM_CHARS = 50_000;

  /** Cut beyond this, and noted. */
  public static final int DESCRIPTION_CHARS = 1_000_000;

  /** Cut beyond this, and noted. */
  public static final int GOODS_CHARS = 5_000;

  /** Bytes of one XML document. */
  public static final int XML_BYTES = 64 << 20;

  public static final int XML_ELEMENTS = 300_000;
  public static final int XML_DEPTH = 64;
  public static final int XML_ATTRIBUTES = 64;

  /** Characters of one attribute. */
  public static final int XML_ATTRIBUTE_CHARS = 4_096;

  /** Characters that are kept of one XML document; the rest is counted and left. */
  public static final int XML_TEXT_CHARS = 4_000_000;

  private Limits() {}
}
