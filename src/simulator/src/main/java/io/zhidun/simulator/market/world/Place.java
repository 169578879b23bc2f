package io.zhidun.simulator.market.world;

import io.zhidun.simulator.market.text.Resource;
import java.util.List;

/** A city and its counties; their names are real. */
record Place(int region, String postCode, String province, String city, String[] counties) {

  static final List<Place> ALL =
      Resource.lines(Place.class, "places.txt").stream().map(Place::parse).toList();

  private static Place parse(String line) {
    String[] parts = line.split(" ", -1);
    return new Place(
        Integer.parseInt(parts[0]), parts[1], parts[2], parts[3], parts[4].split(",", -1));
  }

  /** Province and city in one, such as 浙江省杭州市 or 北京市. */
  String prefix() {
    return province.equals(city) ? city : province + city;
  }

  /** Without what says that it is a city, such as 杭州. */
  String shortName() {
    return city.substring(0, city.length() - 1);
  }
}
