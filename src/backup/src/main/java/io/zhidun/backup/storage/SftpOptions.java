package io.zhidun.backup.storage;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param hostKey the server's key in the form of a known_hosts line's type and base64 part
 *     ("ssh-ed25519 AAAA…"); another key is refused
 * @param identity a private key without a passphrase, or null
 * @param password the user's, or null; one of the two must be there
 * @param folder where the objects are kept; must be there
 * @param appendOnly whether this program refuses to delete
 */
public record SftpOptions(
    String host,
    int port,
    String user,
    String hostKey,
    @Nullable Path identity,
    @Nullable String password,
    String folder,
    boolean appendOnly,
    Duration patience) {
  public SftpOptions {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port must be 1 to 65535, was " + port);
    }
    if (identity == null && password == null) {
      throw new IllegalArgumentException("sftp " + host + " needs an identity or a password");
    }
    if (!folder.startsWith("/")) {
      throw new IllegalArgumentException("sftp folder must begin with /, was " + folder);
    }
  }

  @Override
  public String toString() {
    return "sftp://" + user + '@' + host + ':' + port + folder;
  }
}
