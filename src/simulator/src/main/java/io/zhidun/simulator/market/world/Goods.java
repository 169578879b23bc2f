package io.zhidun.simulator.market.world;

import io.zhidun.simulator.market.text.Resource;
import java.util.List;

/** Goods and services of one class of the Nice classification, with similar groups. */
public record Goods(int nice, List<String> groups, List<String> names) {

  private static final List<Goods> ALL =
      Resource.lines(Goods.class, "goods.txt").stream().map(Goods::parse).toList();

  public Goods {
    groups = List.copyOf(groups);
    names = List.copyOf(names);
  }

  /** Of a class from 1 to 45. */
  public static Goods of(int nice) {
    return ALL.get(nice - 1);
  }

  private static Goods parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Goods(
        Integer.parseInt(parts[0]),
        List.of(parts[1].split(",", -1)),
        List.of(parts[2].split(",", -1)));
  }
}
