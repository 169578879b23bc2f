package io.zhidun.events;

/**
 * Names of the Kafka record headers. Numbers travel as decimal ASCII so that any tool can read
 * them.
 */
public final class RecordHeaders {
  /** Format name of the bytes, such as {@code sshd} or {@code syslog}. */
  public static final String DATASET = "dataset";

  /** Id of the agent that received the record. */
  public static final String COLLECTOR = "collector";

  /** Id of the source within the installation; also the record's key. */
  public static final String SOURCE = "source";

  /** Incarnation of the source's sequence; a larger one starts again at 0. */
  public static final String EPOCH = "epoch";

  /** Position within the epoch, from 0, without holes. */
  public static final String SEQUENCE = "seq";

  /** When the collector received the record, in microseconds since 1970-01-01T00:00:00Z. */
  public static final String RECEIVED = "received";

  /** Address of the sender, IPv4 or IPv6 in RFC 5952 form; absent for local files. */
  public static final String PEER = "peer";

  /** IANA time zone of timestamps that carry none. */
  public static final String ZONE = "zone";

  /** Version of an event's schema. */
  public static final String SCHEMA = "schema";

  /** Why a record was rejected; only on {@link Topics#REJECTED}. */
  public static final String REASON = "reason";

  /** Which hop rejected the record; only on {@link Topics#REJECTED}. */
  public static final String STAGE = "stage";

  private RecordHeaders() {}
}
