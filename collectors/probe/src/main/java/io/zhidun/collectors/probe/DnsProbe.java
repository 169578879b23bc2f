package io.zhidun.collectors.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;

/** A question to a name server over UDP (RFC 1035); answers without an error and with records. */
final class DnsProbe implements Look {
  private static final Map<String, Integer> TYPES =
      Map.of("A", 1, "NS", 2, "SOA", 6, "MX", 15, "TXT", 16, "AAAA", 28);
  private static final int HEAD = 12;
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_NAME = 253;
  private static final int RECURSION_DESIRED = 0x0100;
  private static final int IS_ANSWER = 0x8000;
  private static final int RCODE = 0x000f;
  private static final int LARGEST = 4 << 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public void at(InetSocketAddress address, Check check, Line line, Finding finding)
      throws IOException {
    int id = RANDOM.nextInt(1 << 16);
    byte[] query = query(id, check.expectation().query(), check.expectation().recordType());
    try (DatagramSocket socket = line.watch(new DatagramSocket())) {
      socket.connect(address);
      socket.send(new DatagramPacket(query, query.length));
      ByteBuffer answer = receive(socket, id, line);
      int flags = answer.getShort(2) & 0xffff;
      int records = answer.getShort(6) & 0xffff;
      finding.measure("probe_dns_query_succeeded", 1);
      finding.measure("probe_dns_rcode", flags & RCODE);
      finding.measure("probe_dns_answer_rrs", records);
      if ((flags & RCODE) != 0) {
        finding.fail(Finding.Reason.RCODE);
      } else if (records == 0) {
        finding.fail(Finding.Reason.NO_RECORD);
      }
    }
  }

  /** The answer to our question; others may be forged, so they are passed by. */
  private static ByteBuffer receive(DatagramSocket socket, int id, Line line) throws IOException {
    byte[] bytes = new byte[LARGEST];
    while (true) {
      socket.setSoTimeout(line.leftMillis());
      DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
      socket.receive(packet);
      ByteBuffer answer = ByteBuffer.wrap(bytes, 0, packet.getLength());
      if (packet.getLength() < HEAD) {
        throw new ProtocolException("the answer is no message of DNS");
      }
      if ((answer.getShort(0) & 0xffff) == id && (answer.getShort(2) & IS_ANSWER) != 0) {
        return answer;
      }
    }
  }

  /** A question; throws where name or type are none. */
  static byte[] query(int id, String name, String type) {
    Integer number = TYPES.get(type);
    if (number == null) {
      throw new IllegalArgumentException("recordType must be one of " + TYPES.keySet());
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("query must be a name of 1 to 253 characters");
    }
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    for (String label : name.split("\\.", -1)) {
      byte[] bytes = label.getBytes(StandardCharsets.US_ASCII);
      if (bytes.length == 0 || bytes.length > LONGEST_LABEL) {
        throw new IllegalArgumentException("query \"" + name + "\" is no name of DNS");
      }
      labels.write(bytes.length);
      labels.writeBytes(bytes);
    }
    labels.write(0);
    return ByteBuffer.allocate(HEAD + labels.size() + 4)
        .putShort((short) id)
        .putShort((short) RECURSION_DESIRED)
        .putShort((short) 1)
        .putShort((short) 0)
        .putInt(0)
        .put(labels.toByteArray())
        .putShort(number.shortValue())
        .putShort((short) 1)
        .array();
  }
}
