package io.zhidun.rules.filings.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a document in its encoding: that of its byte order mark, else UTF-16 where its
 * first two characters are so, else the declared one, else UTF-8. Bytes that are not of the
 * encoding are a fault that names line and column, for a parser that decodes would name none.
 * {@link XmlMarkup} bounds what the parser has to hold.
 */
final class XmlText extends Reader {

  private static final int BUFFER = 1 << 14;
  private static final int DECLARATION = 256;
  private static final Pattern ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private final InputStream bytes;
  private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
  private final CharBuffer decoded = CharBuffer.allocate(BUFFER);
  private final CharBuffer out = CharBuffer.allocate(BUFFER + 4);
  private final CharsetDecoder decoder;
  private long left = Limits.XML_BYTES;
  private boolean ended;
  private boolean broken;
  private final XmlMarkup markup = new XmlMarkup();

  XmlText(InputStream bytes) throws IOException {
    this.bytes = bytes;
    out.flip();
    fill(DECLARATION);
    in.flip();
    Charset charset = charset();
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private void fill(int least) throws IOException {
    while (!ended && in.position() < least) {
      int count = bytes.read(in.array(), in.position(), in.remaining());
      ended = count < 0;
      in.position(in.position() + Math.max(count, 0));
      left -= Math.max(count, 0);
      if (left < 0) {
        throw fault("", "must be at most " + Limits.XML_BYTES + " bytes");
      }
    }
  }

  /** The encoding; a byte order mark is passed over. */
  private Charset charset() {
    if (begins(0xef, 0xbb, 0xbf)) {
      in.position(3);
      return StandardCharsets.UTF_8;
    }
    if (begins(0xfe, 0xff) || begins(0xff, 0xfe)) {
      in.position(2);
      return (in.get(0) & 0xff) == 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    if (begins('<', 0) && in.limit() > 3 && in.get(3) == 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(0, '<', 0)) {
      return StandardCharsets.UTF_16BE;
    }
    int length = Math.min(in.limit(), DECLARATION);
    Matcher declared =
        ENCODING.matcher(new String(in.array(), 0, length, StandardCharsets.ISO_8859_1));
    return declared.find() ? named(declared.group(1)) : StandardCharsets.UTF_8;
  }

  private static Charset named(String name) {
    try {
      Charset charset = Charset.forName(name);
      // What begins with ASCII is not UTF-16, whatever it declares.
      boolean wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
      return wide ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw fault(name, "is not an encoding that is known here");
    }
  }

  private boolean begins(int... first) {
    for (int i = 0; i < first.length; i++) {
      if (in.limit() <= i || (in.get(i) & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    while (!out.hasRemaining()) {
      if (broken) {
        throw fault(markup.place(), "is not text in the encoding " + decoder.charset().name());
      }
      if (ended && !in.hasRemaining()) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, out.remaining());
    out.get(to, offset, count);
    return count;
  }

  private void decode() throws IOException {
    decoded.clear();
    CoderResult result = decoder.decode(in, decoded, ended);
    in.compact();
    if (result.isError() || ended && result.isUnderflow() && in.position() > 0) {
      broken = true;
    } else if (result.isUnderflow()) {
      fill(in.position() + 1);
    }
    in.flip();
    decoded.flip();
    out.clear();
    while (decoded.hasRemaining()) {
      markup.take(decoded.get(), out);
    }
    out.flip();
  }

  /** How many characters of comments, instructions and CDATA sections were left out. */
  long lost() {
    return markup.lost();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private static FormException fault(String value, String reason) {
    return new FormException(FormFault.of("xml", value, reason));
  }
}
