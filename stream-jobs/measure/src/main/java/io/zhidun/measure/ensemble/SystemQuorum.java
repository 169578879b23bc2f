package io.zhidun.measure.ensemble;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides when alerts of the ensemble on one system's series are worth a person's time: when two
 * series alert within a quarter of an hour, or one does beyond doubt. An outage shows in more than
 * one series; each series alone alerts about every ten days of nothing.
 */
public final class SystemQuorum implements Stateful {
  /** How close alerts of two series lie that are taken for one event. */
  public static final long TOGETHER_MILLIS = 900_000;

  /** Score of one series that needs no second one. */
  public static final double BEYOND_DOUBT = 0.75;

  /** Series remembered; beyond that the one that alerted longest ago is forgotten. */
  private static final int MOST = 64;

  /** When each series alerted last, the longest ago first. */
  private final Map<String, Long> alerts = new LinkedHashMap<>();

  /**
   * A series alerts.
   *
   * @param series its id within the system
   * @param millis when
   * @param score in [0,1]
   * @return whether the system alerts with it
   */
  public boolean next(String series, long millis, double score) {
    alerts.remove(series);
    boolean joined =
        alerts.values().stream().anyMatch(time -> Math.abs(millis - time) <= TOGETHER_MILLIS);
    alerts.put(series, millis);
    if (alerts.size() > MOST) {
      alerts.remove(alerts.keySet().iterator().next());
    }
    return joined || score >= BEYOND_DOUBT;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(alerts.size());
    for (Map.Entry<String, Long> alert : alerts.entrySet()) {
      out.writeUTF(alert.getKey());
      out.writeLong(alert.getValue());
    }
  }

  @Override
  public void read(DataInput in) throws IOException {
    int count = StateForm.readCount(in, MOST);
    for (int i = 0; i < count; i++) {
      alerts.put(in.readUTF(), in.readLong());
    }
  }
}
