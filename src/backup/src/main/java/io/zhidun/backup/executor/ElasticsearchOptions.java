package io.zhidun.backup.executor;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach an Elasticsearch and what of it to back up.
 *
 * @param url of its REST API, {@code http} or {@code https}
 * @param user with the privileges {@code create_snapshot}, {@code manage} of the repository, and
 *     {@code read}, {@code view_index_metadata}, {@code monitor} and {@code maintenance} of the
 *     indices; or null
 * @param apiKey instead of user and password: as the server gives it, {@code encoded}; or null
 * @param authority certificate in PEM of who signed the server's, or null where the system knows it
 * @param repository folder below the server's {@code path.repo}, for this source alone; the server
 *     and this process see the same folder at the same path
 * @param indices names and patterns with {@code *}
 * @param mostIndices how many may match
 * @param kept snapshots that stay in the folder, so that the next one copies only what is new; 0 to
 *     10
 * @param patience with a snapshot or a restore
 */
public record ElasticsearchOptions(
    URI url,
    @Nullable String user,
    @Nullable String password,
    @Nullable String apiKey,
    @Nullable Path authority,
    Path repository,
    List<String> indices,
    int mostIndices,
    int kept,
    Duration patience) {
  private static final Pattern INDEX = Pattern.compile("[a-z0-9.*][a-z0-9._*-]{0,199}");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|\\[::1]");

  public ElasticsearchOptions {
    indices = List.copyOf(indices);
    if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
      throw new IllegalArgumentException("url must be of http or https with a host, was " + url);
    }
    boolean secret = password != null || apiKey != null;
    if (secret && url.getScheme().equals("http") && !LOOPBACK.matcher(url.getHost()).matches()) {
      throw new IllegalArgumentException(
          "a password goes to another machine over https only, not to " + url);
    }
    if (indices.isEmpty()) {
      throw new IllegalArgumentException("indices must name at least one");
    }
    for (String index : indices) {
      if (!INDEX.matcher(index).matches()) {
        throw new IllegalArgumentException(
            "indices: a name or pattern has a-z 0-9 . _ - *, not \"" + index + '"');
      }
    }
  }

  @Override
  public String toString() {
    return "elasticsearch " + url;
  }
}
