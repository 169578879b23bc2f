package io.zhidun.standalone.supervisor;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Says which ports of an installation are taken, by whom, and how to choose another. */
final class PortCheck {
  private static final int LONGEST_COMMAND = 120;

  private PortCheck() {}

  /**
   * @param parts names of those that are about to be started
   */
  static List<String> faults(Ports ports, Set<String> parts) {
    List<InetAddress> addresses = Loopback.addresses();
    List<String> faults = new ArrayList<>();
    for (Port port : Port.values()) {
      if (parts.contains(port.part())) {
        fault(port, ports.of(port), addresses).ifPresent(faults::add);
      }
    }
    return faults;
  }

  private static Optional<String> fault(Port port, int number, List<InetAddress> addresses) {
    for (InetAddress address : addresses) {
      if (!Loopback.canListen(address, number)) {
        return Optional.of(sentence(port, number, false));
      }
      if (port.udpToo() && !Loopback.canReceive(address, number)) {
        return Optional.of(sentence(port, number, true));
      }
    }
    return Optional.empty();
  }

  private static String sentence(Port port, int number, boolean udp) {
    return "Port %d%s (%s) is taken by %s; choose another with %s N."
        .formatted(number, udp ? "/udp" : "", port.listener(), holder(number, udp), port.option());
  }

  private static String holder(int number, boolean udp) {
    OptionalLong pid = PortHolder.find(number, udp);
    if (pid.isEmpty()) {
      return "a process of another user, or may not be used by this one";
    }
    String command = String.join(" ", ProcessIdentity.command(pid.getAsLong())).strip();
    String shown =
        command.length() > LONGEST_COMMAND ? command.substring(0, LONGEST_COMMAND) + "…" : command;
    return "process %d (%s)".formatted(pid.getAsLong(), shown);
  }
}
