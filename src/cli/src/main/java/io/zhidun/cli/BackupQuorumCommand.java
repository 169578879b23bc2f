package io.zhidun.cli;

import io.zhidun.backup.executor.SealedKeys;
import io.zhidun.trust.keys.KeyShare;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The people without enough of whom no key comes out of a backup. */
@Command(
    name = "quorum",
    description = "Splits the key that keys are backed up for among people, or opens with it",
    mixinStandardHelpOptions = true,
    subcommands = {BackupQuorumCommand.Create.class, BackupQuorumCommand.Open.class})
final class BackupQuorumCommand implements Callable<Integer> {
  private static final int MOST_SHARE = 4096;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(System.err);
    }
    return 2;
  }

  /** Writes the public half and a file for each person. */
  @Command(
      name = "create",
      description = "Makes a key and its shares; the key itself is kept nowhere",
      mixinStandardHelpOptions = true)
  static final class Create implements Callable<Integer> {
    @Option(names = "--threshold", required = true, description = "how many people are needed")
    private int threshold;

    @Option(names = "--shares", required = true, description = "among how many it is split")
    private int shares;

    @Option(names = "--public-key", required = true, description = "a PEM file for backup.yml")
    private Path publicKey = Path.of("quorum.pem");

    @Option(names = "--out", required = true, description = "a new folder for the shares")
    private Path folder = Path.of("shares");

    @Override
    public Integer call() throws IOException {
      SealedKeys.Made made;
      try {
        made = SealedKeys.quorum(threshold, shares, new SecureRandom());
      } catch (IllegalArgumentException e) {
        throw new UsageFault(String.valueOf(e.getMessage()));
      }
      if (Files.exists(publicKey) || Files.exists(folder)) {
        throw new UsageFault(publicKey + " and " + folder + " must not be there yet");
      }
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      for (KeyShare share : made.shares()) {
        Path file = folder.resolve("share-" + share.number());
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, share.text() + '\n');
      }
      Files.writeString(publicKey, made.publicKey().pem(), StandardOpenOption.CREATE_NEW);
      System.err.printf(
          "Give each of the %d files in %s to another person and delete it here: %d of them bring"
              + " the keys back, fewer nothing%n",
          shares, folder, threshold);
      try (Ndjson out = new Ndjson()) {
        out.write(
            Map.of("quorum", made.publicKey().id(), "threshold", threshold, "shares", shares));
      }
      return 0;
    }
  }

  /** Opens what was sealed for the quorum. */
  @Command(
      name = "open",
      description = "Opens the sealed keys of a backup with enough shares",
      mixinStandardHelpOptions = true)
  static final class Open implements Callable<Integer> {
    @Parameters(
        paramLabel = "SEALED",
        description = "keys.sealed of a restore, or ID.sealed below keys/ of a target")
    private Path sealed = Path.of("keys.sealed");

    @Option(names = "--share", required = true, description = "a file with a share; repeated")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--into", required = true, description = "a folder that is not there yet")
    private Path into = Path.of("keys");

    @Override
    public Integer call() throws IOException, InterruptedException {
      List<KeyShare> shares = new ArrayList<>();
      for (Path file : files) {
        shares.add(share(file));
      }
      if (!Files.isRegularFile(sealed)) {
        throw new UsageFault("file " + sealed + " cannot be read");
      }
      try {
        SealedKeys.open(sealed, shares, into);
      } catch (IllegalArgumentException e) {
        System.err.println(e.getMessage());
        return 1;
      }
      try (Ndjson out = new Ndjson()) {
        out.write(Map.of("sealed", sealed.toString(), "into", into.toString()));
      }
      return 0;
    }

    private static KeyShare share(Path file) throws IOException {
      if (!Files.isReadable(file) || Files.size(file) > MOST_SHARE) {
        throw new UsageFault("--share " + file + " cannot be read");
      }
      try {
        return KeyShare.parse(Files.readString(file));
      } catch (IllegalArgumentException e) {
        throw new UsageFault("--share " + file + ": " + e.getMessage());
      }
    }
  }
}
