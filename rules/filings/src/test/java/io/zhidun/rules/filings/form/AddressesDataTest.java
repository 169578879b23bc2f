package io.zhidun.rules.filings.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zhidun.events.Json;
import io.zhidun.rules.filings.record.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every county of the country, as addresses name it. Development zones and the towns of cities
 * without counties, which the list has too, are no counties.
 */
@NullUnmarked
class AddressesDataTest {

  private static final String COUNTY = "..?园区|(?!.*(?:管理|开发|示范|园)区).*[区县市旗]";
  private static final String HOUSE = "人民路8号2幢301室";

  private int tried;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void findsRegionCityAndCounty() throws IOException {
    Path file = FilingSamplesTest.DATA.resolve("lexicon/admin-divisions.json");
    assumeTrue(Files.exists(file), () -> "no test data at " + file + " beside the checkout");
    JsonNode provinces = Json.mapper().readTree(Files.readAllBytes(file));
    for (Map.Entry<String, JsonNode> province : provinces.properties()) {
      for (Map.Entry<String, JsonNode> city : province.getValue().properties()) {
        for (JsonNode county : city.getValue()) {
          String name = county.asString();
          if (name.matches(COUNTY)) {
            check(province.getKey(), city.getKey(), name);
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(8_000);
    assertThat(wrong).isEmpty();
  }

  private void check(String province, String city, String county) {
    if (city.contains("直辖县")) {
      boolean isCity = county.endsWith("市");
      check(province + county, province, isCity ? county : null, isCity ? null : county);
      return;
    }
    boolean municipality = Regions.isMunicipality(province);
    String named = municipality ? province : city;
    check(municipality ? province + county : province + city + county, province, named, county);
    String inShort = province.replaceFirst("(?:省|市|(?:壮族|回族|维吾尔)?自治区)$", "");
    check(inShort + (municipality ? "" : city) + county, province, named, county);
    if (!municipality) {
      check(city + county, null, city, county);
    }
  }

  private void check(String regions, String province, String city, String county) {
    tried++;
    Address address = Addresses.split(regions + HOUSE);
    Address expected =
        new Address(regions + HOUSE, province, city, county, "人民路8号2幢", "301室", null);
    if (!expected.equals(address)) {
      wrong.add(address.toString());
    }
  }
}
