package io.zhidun.backup.storage;

import io.zhidun.backup.storage.TargetException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/** One signed-in connection to an SFTP server, opened when needed and again when it was lost. */
final class SftpSessions implements AutoCloseable {
  private final SftpOptions options;
  private @Nullable SshClient client;
  private @Nullable ClientSession session;

  SftpSessions(SftpOptions options) {
    this.options = options;
  }

  /** A channel of its own, for one thread; closing it leaves the connection. */
  SftpClient open(String name) throws IOException {
    try {
      return SftpClientFactory.instance().createSftpClient(session());
    } catch (IOException e) {
      throw new TargetException(Reason.UNREACHABLE, options.toString(), name, e.getMessage(), e);
    }
  }

  private synchronized ClientSession session() throws IOException {
    ClientSession open = session;
    if (open != null && open.isOpen()) {
      return open;
    }
    ClientSession fresh =
        client()
            .connect(options.user(), options.host(), options.port())
            .verify(options.patience())
            .getSession();
    signIn(fresh);
    session = fresh;
    return fresh;
  }

  private void signIn(ClientSession fresh) throws IOException {
    Path identity = options.identity();
    if (identity != null) {
      for (KeyPair pair : keys(identity)) {
        fresh.addPublicKeyIdentity(pair);
      }
    }
    if (options.password() != null) {
      fresh.addPasswordIdentity(options.password());
    }
    try {
      fresh.auth().verify(options.patience());
    } catch (IOException e) {
      fresh.close(true);
      throw e;
    }
  }

  private static Iterable<KeyPair> keys(Path identity) throws IOException {
    try (InputStream in = Files.newInputStream(identity)) {
      return SecurityUtils.loadKeyPairIdentities(
          null, NamedResource.ofName(identity.toString()), in, null);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot read the private key " + identity, e);
    }
  }

  private SshClient client() throws IOException {
    SshClient made = client;
    if (made == null) {
      made = SshClient.setUpDefaultClient();
      made.setServerKeyVerifier(new OneKey(hostKey()));
      // Nothing of ~/.ssh takes part: a backup goes where its configuration says.
      made.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
      made.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
      made.start();
      client = made;
    }
    return made;
  }

  private PublicKey hostKey() throws IOException {
    try {
      return PublicKeyEntry.parsePublicKeyEntry(options.hostKey())
          .resolvePublicKey(null, null, null);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("not an SSH host key: " + options.hostKey(), e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (client != null) {
      client.stop();
      client = null;
      session = null;
    }
  }

  private record OneKey(PublicKey key) implements ServerKeyVerifier {
    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey offered) {
      return KeyUtils.compareKeys(key, offered);
    }
  }
}
