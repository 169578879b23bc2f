package io.zhidun.collectors.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request says before its body.
 *
 * @param source who sends
 * @param dataset what the body is
 * @param gzip whether the body is compressed
 * @param length announced bytes of the body, or -1
 * @param key the idempotency key, or null
 */
record RequestHead(
    String source, FilingDataset dataset, boolean gzip, long length, @Nullable String key) {
  static final String PATH = "/v1/filings";
  static final String SOURCE = "Zhidun-Source";
  static final String DATASET = "Zhidun-Dataset";
  static final String KEY = "Idempotency-Key";

  private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /** Reads a request's head; refuses at the first thing that is wrong. */
  static RequestHead of(HttpRequest request, @Nullable BearerToken token, List<String> sources)
      throws RefusalException {
    requireSound(request);
    requireFilings(request);
    HttpHeaders headers = request.headers();
    if (token != null && !token.isIn(headers.get(HttpHeaderNames.AUTHORIZATION))) {
      throw new RefusalException(
          Problem.UNAUTHORIZED, "send \"Authorization: Bearer TOKEN\" with this agent's token");
    }
    FilingDataset dataset = dataset(headers);
    return new RequestHead(
        source(headers, sources), dataset, gzip(headers), length(request), key(headers));
  }

  private static void requireSound(HttpRequest request) throws RefusalException {
    Throwable cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpHeaderException) {
      throw new RefusalException(Problem.HEAD_TOO_LARGE, "headers may have 8 KiB together");
    }
    if (cause != null) {
      throw new RefusalException(Problem.BAD_REQUEST, "the request is not HTTP/1.1");
    }
  }

  private static void requireFilings(HttpRequest request) throws RefusalException {
    String path = request.uri();
    int query = path.indexOf('?');
    if (!(query < 0 ? path : path.substring(0, query)).equals(PATH)) {
      throw new RefusalException(Problem.NOT_FOUND, "filings are posted to " + PATH);
    }
    if (!request.method().equals(HttpMethod.POST)) {
      throw new RefusalException(Problem.WRONG_METHOD, PATH + " takes POST alone");
    }
  }

  private static String source(HttpHeaders headers, List<String> sources) throws RefusalException {
    String name = single(headers, SOURCE);
    if (name == null) {
      return sources.get(0);
    }
    if (!sources.contains(name)) {
      throw new RefusalException(
          Problem.UNKNOWN_SOURCE, SOURCE + " must be one of " + sources + ", was " + quoted(name));
    }
    return name;
  }

  private static FilingDataset dataset(HttpHeaders headers) throws RefusalException {
    boolean lines = isLines(headers);
    String label = single(headers, DATASET);
    if (label == null) {
      return lines ? FilingDataset.NDJSON : FilingDataset.CNIPA_XML;
    }
    FilingDataset dataset = FilingDataset.of(label);
    if (dataset == null || dataset.lines() != lines) {
      throw new RefusalException(
          Problem.BAD_REQUEST,
          "%s must be %s here, was %s"
              .formatted(
                  DATASET,
                  lines
                      ? FilingDataset.NDJSON.label()
                      : "filing-cnipa-xml, filing-st96 or filing-st66",
                  quoted(label)));
    }
    return dataset;
  }

  private static boolean isLines(HttpHeaders headers) throws RefusalException {
    String type = single(headers, HttpHeaderNames.CONTENT_TYPE.toString());
    String given = type == null ? "" : type.toLowerCase(Locale.ROOT);
    int parameters = given.indexOf(';');
    String essence = (parameters < 0 ? given : given.substring(0, parameters)).strip();
    switch (essence) {
      case "application/x-ndjson" -> {
        if (given.contains("charset") && !given.matches(".*charset=\"?utf-8\"?\\s*(;.*)?")) {
          throw unsupported("NDJSON is UTF-8", given);
        }
        return true;
      }
      case "application/xml", "text/xml" -> {
        return false;
      }
      default ->
          throw unsupported(
              "Content-Type must be application/x-ndjson, application/xml or text/xml", given);
    }
  }

  private static boolean gzip(HttpHeaders headers) throws RefusalException {
    String encoding = single(headers, HttpHeaderNames.CONTENT_ENCODING.toString());
    String given = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
    if (!given.equals("identity") && !given.equals("gzip")) {
      throw unsupported("Content-Encoding must be gzip or left out", given);
    }
    return given.equals("gzip");
  }

  private static RefusalException unsupported(String rule, String given) {
    return new RefusalException(Problem.UNSUPPORTED_TYPE, rule + ", was " + quoted(given));
  }

  private static long length(HttpRequest request) throws RefusalException {
    try {
      return HttpUtil.getContentLength(request, -1L);
    } catch (NumberFormatException e) {
      throw new RefusalException(Problem.BAD_REQUEST, "Content-Length is no number");
    }
  }

  private static @Nullable String key(HttpHeaders headers) throws RefusalException {
    String key = single(headers, KEY);
    if (key != null && !KEY_FORM.matcher(key).matches()) {
      throw new RefusalException(
          Problem.BAD_REQUEST, KEY + " must have 1 to 128 visible ASCII characters");
    }
    return key;
  }

  private static @Nullable String single(HttpHeaders headers, String name) throws RefusalException {
    List<String> all = headers.getAll(name);
    if (all.size() > 1) {
      throw new RefusalException(Problem.BAD_REQUEST, name + " is given more than once");
    }
    return all.isEmpty() ? null : all.get(0);
  }

  private static String quoted(String hostile) {
    String shown = hostile.length() > 64 ? hostile.substring(0, 64) + "…" : hostile;
    return "\"" + shown.replaceAll("[^\\x20-\\x7e…]", "?") + "\"";
  }
}
