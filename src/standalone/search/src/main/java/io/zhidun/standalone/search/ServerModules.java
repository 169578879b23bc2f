package io.zhidun.standalone.search;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.elasticsearch.Build;

/**
 * Lays out the server's modules folder: for each module a descriptor and the jar with its class.
 * The layout is written at each start, so that it always fits the version that runs.
 */
final class ServerModules {
  private static final String PACKAGE = ServerModules.class.getPackageName() + ".module.";

  private final Path folder;
  private final Path jar;

  ServerModules(Path home, Path jar) {
    this.folder = home.resolve("modules");
    this.jar = jar;
  }

  /** The jar of the module classes, which the build puts beside the jar that this class is in. */
  static Path jarBesideOwn() throws IOException {
    Path own = ownJar();
    String name = String.valueOf(own.getFileName());
    if (!name.endsWith(".jar")) {
      throw new IOException("search must be run from its jar, not from " + own);
    }
    Path jar = own.resolveSibling(name.substring(0, name.length() - 4) + "-module.jar");
    if (!Files.isRegularFile(jar)) {
      throw new NoSuchFileException(jar.toString());
    }
    return jar;
  }

  private static Path ownJar() throws IOException {
    try {
      return Path.of(
          ServerModules.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the search jar has no path", e);
    }
  }

  Path write() throws IOException {
    write("transport-netty4", "NettyModule");
    write("rest-root", "RootModule");
    return folder;
  }

  private void write(String name, String type) throws IOException {
    Path module = Files.createDirectories(folder.resolve(name));
    Files.copy(jar, module.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    String version = Build.current().version();
    String descriptor =
        """
        description=%s
        name=%s
        version=%s
        elasticsearch.version=%s
        java.version=%d
        classname=%s
        """
            .formatted(name, name, version, version, Runtime.version().feature(), PACKAGE + type);
    Files.writeString(module.resolve("plugin-descriptor.properties"), descriptor);
  }
}
