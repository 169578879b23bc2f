package io.zhidun.backup.storage;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * @param endpoint of the store, {@code https://…}; plain http only to this machine
 * @param prefix before all names, "" or ending with a slash
 * @param objectLock whether objects are locked (compliance mode) until their time of keeping is
 *     over; the bucket must have been made for it
 */
public record S3Options(
    URI endpoint,
    String region,
    String bucket,
    String prefix,
    String accessKey,
    String secretKey,
    boolean objectLock,
    boolean appendOnly) {
  public S3Options {
    if (!"https".equals(endpoint.getScheme()) && !isLocal(endpoint.getHost())) {
      throw new IllegalArgumentException("an S3 endpoint must be https, was " + endpoint);
    }
    if (!prefix.isEmpty()) {
      if (!prefix.endsWith("/")) {
        throw new IllegalArgumentException("an S3 prefix ends with a slash, was " + prefix);
      }
      ObjectNames.require(prefix.substring(0, prefix.length() - 1));
    }
  }

  private static boolean isLocal(@Nullable String host) {
    return "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
  }

  @Override
  public String toString() {
    return "s3://" + bucket + '/' + prefix + " at " + endpoint.getHost();
  }
}
