package io.zhidun.rules.filings.form;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes of countries by their names in Chinese and English, as the JDK knows them. */
final class Countries {

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  /** Two letters, or null where it is no country that is known by that name. */
  static @Nullable String code(String name) {
    return CODES.get(name.toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      codes.put(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE), code);
      codes.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
      codes.put(country.getISO3Country(), code);
    }
    codes.put("中国台湾", "TW");
    codes.put("中国香港", "HK");
    codes.put("中国澳门", "MO");
    return codes;
  }
}
