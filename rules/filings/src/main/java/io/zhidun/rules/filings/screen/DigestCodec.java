package io.zhidun.rules.filings.screen;

import io.zhidun.rules.filings.form.FilingLineWriter;
import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.form.FormRead;
import io.zhidun.rules.filings.form.Limits;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.rules.filings.text.Imprint;
import io.zhidun.rules.filings.text.ImprintCodec;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Writes and reads a digest, version 1: the record's NDJSON without long texts, deflated (RFC 1951)
 * with a dictionary of its field names, and the imprint. What is written never holds a personal
 * identifier, only hashes of them. For one thread.
 */
public final class DigestCodec {

  private static final byte VERSION = 1;
  private static final int HEAD = 9;

  /** Fixed for version 1: what was written cannot be read with another one. */
  private static final byte[] DICTIONARY =
      ("{\"change\":\"offered-for-sale\",\"refusal\",\"withdrawal\",\"grant\",\"assignment\",\"notice\",\"from\":[{\"to\":[{\"target\":\"reason\":\""
              + "{\"entity\":\"organisation\",\"code\":\"9144\",\"name\":\"\",\"time\":\"2026-\",\"kind\":\"company\",\"insuredHeadcount\":,\"registeredCapital\":000000,\"foundedOn\":\"20\",\"industryCode\":\"\",\"legalRepresentative\":{\"name\":\"\",\"identity\":{\"hash\":\"\",\"masked\":\"\"}},\"relatedParties\":[\""
              + "{\"action\":\"sign-in\",\"open-form\",\"upload\",\"register\",\"pay\",\"sign\",\"submit\",\"time\":\"2026-\",\"system\":\"trademark-filing\",\"patent-filing\",\"accountId\":\"u\",\"sessionId\":\"s\",\"clientId\":\"web\",\"deviceFingerprint\":\"fp-\",\"ip\":\"2001:db8:\",\"certSerial\":\"\",\"phone\":{\"hash\":\"\",\"masked\":\"1\"},\"agentNumber\":\"\",\"agencyCode\":\"\",\"applicationNumber\":\"\",\"outcome\":\"success\",\"formSeconds\":,\"uploadSha256\":[\""
              + "{\"applicationNumber\":\"2026\",\"applType\":\"utility-model\",\"invention\",\"trademark\",\"filingDate\":\"2026-\",\"submittedAt\":\"2026-\",\"inventionTitle\":\"一种\",\"ipcCodes\":[\"G06F\"],\"markText\":\"\",\"markCategory\":\"word\",\"niceClasses\":[],\"similarGroups\":[\"\"],\"goods\":[\"\"],"
              + "\"applicants\":[{\"name\":\"有限公司\",\"kind\":\"company\",\"code\":\"91\",\"kind\":\"person\",\"identity\":{\"hash\":\"\",\"masked\":\"\"},\"country\":\"CN\",\"address\":{\"text\":\"省市区路号幢室\",\"split\":true,\"province\":\"省\",\"city\":\"市\",\"county\":\"区\",\"building\":\"路号\",\"room\":\"室\",\"postCode\":\"\"}}],"
              + "\"inventors\":[{\"name\":\"\",\"identity\":{\"hash\":\"\",\"masked\":\"************\"},\"country\":\"CN\"},{\"name\":\"\",\"contact\":{\"name\":\"\",\"phone\":{\"hash\":\"\",\"masked\":\"1****\"},\"email\":{\"hash\":\"\",\"masked\":\"u*********@mail.example\"}},"
              + "\"agency\":{\"code\":\"\",\"name\":\"专利代理事务所（普通合伙）商标事务所有限公司\"},\"agents\":[{\"name\":\"\",\"number\":\"\"}],\"priorities\":[{\"number\":\"\"}],\"parentApplication\":\"\",\"declaredPair\":\"\",\"pctNumber\":\"PCT/CN\","
              + "\"accountId\":\"u\",\"sessionId\":\"s\",\"clientId\":\"web\",\"deviceFingerprint\":\"fp-\",\"ip\":\"2001:db8:\",\"certSerial\":\"\",\"payer\":{\"hash\":\"\",\"masked\":\"************\"},\"invoiceTitle\":\"有限公司\",\"formOpenedAt\":\"2026-\",\"signTime\":\"2026-\",\"uploadSha256\":[\"\"],\"drawingSha256\":[\"\"]}")
          .getBytes(StandardCharsets.UTF_8);

  private final FilingLineWriter writer = FilingLineWriter.withoutTexts();
  private final FilingLines lines;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final Inflater inflater = new Inflater(true);
  private byte[] room = new byte[1 << 14];

  /**
   * @param key of the hashes of personal identifiers; in a digest all are hashes already
   */
  public DigestCodec(byte[] key) {
    lines = new FilingLines(key);
  }

  public byte[] write(Digest digest) {
    byte[] json = writer.write(digest.record());
    byte[] imprint = digest.imprint() == null ? new byte[0] : ImprintCodec.write(digest.imprint());
    int deflated = deflate(json);
    return ByteBuffer.allocate(HEAD + deflated + imprint.length)
        .put(VERSION)
        .putInt(json.length)
        .putInt(deflated)
        .put(room, 0, deflated)
        .put(imprint)
        .array();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException where the bytes are of another version, cut or damaged
   */
  public Digest read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      byte version = in.get();
      if (version != VERSION) {
        throw new IllegalArgumentException("digest of version " + version + ", not " + VERSION);
      }
      byte[] json = inflate(in);
      byte[] rest = new byte[in.remaining()];
      in.get(rest);
      FormRead read = lines.read(json);
      if (read.records().size() != 1) {
        throw new IllegalArgumentException("digest with " + read.faults());
      }
      Imprint imprint = rest.length == 0 ? null : ImprintCodec.read(rest);
      return new Digest(read.records().get(0), imprint);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("digest of " + bytes.length + " bytes is cut", e);
    }
  }

  private int deflate(byte[] json) {
    deflater.reset();
    deflater.setDictionary(DICTIONARY);
    deflater.setInput(json);
    deflater.finish();
    int size = 0;
    while (!deflater.finished()) {
      if (size == room.length) {
        room = java.util.Arrays.copyOf(room, 2 * size);
      }
      size += deflater.deflate(room, size, room.length - size);
    }
    return size;
  }

  private byte[] inflate(ByteBuffer in) {
    int length = in.getInt();
    int deflated = in.getInt();
    if (length < 0 || length > Limits.LINE_BYTES || deflated < 0 || deflated > in.remaining()) {
      throw new IllegalArgumentException(
          "digest names a record of " + length + " bytes in " + deflated);
    }
    byte[] json = new byte[length];
    inflater.reset();
    inflater.setDictionary(DICTIONARY);
    inflater.setInput(in.array(), in.arrayOffset() + in.position(), deflated);
    in.position(in.position() + deflated);
    try {
      int size = 0;
      while (size < length) {
        int more = inflater.inflate(json, size, length - size);
        if (more == 0) {
          throw new IllegalArgumentException("digest of " + length + " bytes ends at " + size);
        }
        size += more;
      }
      return json;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("digest is damaged", e);
    }
  }
}
