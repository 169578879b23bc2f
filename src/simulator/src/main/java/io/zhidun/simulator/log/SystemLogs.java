package io.zhidun.simulator.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The four logs of one system and its host, in one folder. */
public final class SystemLogs implements Closeable {
  private final List<LogFile> files;
  private final AccessLog access;
  private final AuditLog audit;
  private final ApplicationLog application;
  private final AuthLog auth;

  /**
   * @param flushEachLine whether readers follow the files while they are written
   */
  public SystemLogs(
      Path folder, String host, Clock clock, LogFile.Rotation rotation, boolean flushEachLine)
      throws IOException {
    LogFile accessFile = new LogFile(folder.resolve("access.log"), rotation, flushEachLine);
    LogFile auditFile = new LogFile(folder.resolve("audit.log"), rotation, flushEachLine);
    LogFile applicationFile = new LogFile(folder.resolve("app.log"), rotation, flushEachLine);
    LogFile authFile = new LogFile(folder.resolve("auth.log"), rotation, flushEachLine);
    files = List.of(accessFile, auditFile, applicationFile, authFile);
    access = new AccessLog(accessFile, clock);
    audit = new AuditLog(auditFile, clock);
    application = new ApplicationLog(applicationFile, clock);
    auth = new AuthLog(authFile, host, clock);
  }

  public AccessLog access() {
    return access;
  }

  public AuditLog audit() {
    return audit;
  }

  public ApplicationLog application() {
    return application;
  }

  public AuthLog auth() {
    return auth;
  }

  @Override
  public void close() throws IOException {
    for (LogFile file : files) {
      file.close();
    }
  }
}
