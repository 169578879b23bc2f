package io.zhidun.rules.filings.form;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import io.zhidun.rules.filings.record.Address;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits Chinese addresses. Of addresses without Chinese characters the text is kept only: what
 * could be guessed from them would join strangers. {@link Building} brings the part below the
 * county into one form.
 */
public final class Addresses {

  private static final Pattern POST_CODE_FIRST =
      Pattern.compile("^(?:邮编|邮政编码)?[:：]?\\s*(\\d{6})(?!\\d)[\\s,，:：]*");
  private static final Pattern POST_CODE_LAST =
      Pattern.compile(
          "(?:[\\s,，(]*+(?:邮编|邮政编码)[:：]?\\s*|(?<=[\\p{IsHan})])\\s*|[\\s,，(]++)(?<!\\d)(\\d{6})\\)?$");

  /** A post code behind an address is looked for in its last characters. */
  private static final int LAST = 40;

  private static final int LONGEST_CITY = 11;

  private static final Pattern REMARK =
      Pattern.compile("\\((?!\\d{6}\\))[^()]*\\)|\\[[^\\[\\]]*]|【[^】]*】");
  private static final Pattern CITY = Pattern.compile("^(\\p{IsHan}{1,11}?(?:自治州|地区|盟|市))(?![场区])");
  private static final Pattern COUNTY =
      Pattern.compile("^(\\p{IsHan}{1,15}?(?:自治县|自治旗|林区|特区|区|县(?![区市])|旗(?![区县])|市(?![区市])))");

  /** Parts of towns that end like counties. */
  private static final Pattern NO_COUNTY =
      Pattern.compile(".*(?:小|社|校|厂|住宅|生活|别墅|景|库|院|山庄|工业|(?:科技|工业|产业|创业|物流|软件)园)区$");

  /** A road or a village before 区: those of counties' own names stand first or last (路桥区, 桐乡市). */
  private static final Pattern STREET_INSIDE =
      Pattern.compile(".*(?:号|.(?:[路街巷]|大道)|.[村镇乡].).+[区县市]$");

  private static final Pattern FUNCTIONAL = Pattern.compile(".*(?:开发|高新|示范|保税|管理|新)区$");
  private static final String TRADITIONAL = "號樓棟層區縣廣東臺灣單";

  private Addresses() {}

  /** The parts of an address that is written as one text. */
  public static @Nullable Address split(String text) {
    return split(text, null, null, null, null, null);
  }

  /**
   * The parts of an address of which some are given. A part that is a placeholder (0, a dash) is as
   * good as missing; a given part wins over what the text says.
   */
  static @Nullable Address split(
      @Nullable String text,
      @Nullable String province,
      @Nullable String city,
      @Nullable String county,
      @Nullable String street,
      @Nullable String postCode) {
    String whole = known(text);
    Parts parts = new Parts();
    String region = known(province);
    parts.province = region == null ? null : Regions.fullName(region);
    parts.city = known(city);
    parts.county = known(county);
    parts.postCode = sixDigits(known(postCode));
    String below = known(street);
    if (whole == null) {
      whole = joined(parts.province, parts.city, parts.county, below);
      if (whole == null) {
        return parts.postCode == null ? null : parts.address("", null);
      }
    }
    if (!Texts.hasHan(whole)) {
      return parts.address(whole, null);
    }
    String rest = parts.takeRegions(normal(whole));
    if (below != null && Texts.hasHan(below) && rest.isEmpty()) {
      rest = normal(below);
    }
    return parts.address(whole, Building.of(rest));
  }

  private static final class Parts {
    @Nullable String province;
    @Nullable String city;
    @Nullable String county;
    @Nullable String postCode;

    /** Takes post code, region, city and county from the text; what is left stands below them. */
    String takeRegions(String text) {
      String rest = takePostCode(text);
      rest = without(rest, "中华人民共和国");
      rest = without(rest, "中国");
      Regions.Match region = Regions.province(rest);
      if (region != null) {
        rest = rest.substring(region.length());
        province = province == null ? region.name() : province;
      }
      rest = Regions.isMunicipality(province) ? municipality(rest) : takeCity(rest);
      return takeCounty(rest);
    }

    private String takePostCode(String text) {
      Matcher first = POST_CODE_FIRST.matcher(text);
      if (first.find() && first.end() < text.length()) {
        postCode = postCode == null ? first.group(1) : postCode;
        return text.substring(first.end()).replace(" ", "");
      }
      Matcher last = POST_CODE_LAST.matcher(text);
      last.useTransparentBounds(true).region(Math.max(0, text.length() - LAST), text.length());
      if (last.find() && last.start() > 0) {
        postCode = postCode == null ? last.group(1) : postCode;
        return text.substring(0, last.start()).replace(" ", "");
      }
      return text.replace(" ", "");
    }

    private String municipality(String text) {
      String name = province == null ? "" : province;
      city = city == null ? name : city;
      String rest = without(without(text, name), "市辖区");
      return rest.startsWith("市") && !rest.startsWith("市中") ? rest.substring(1) : rest;
    }

    private String takeCity(String text) {
      Regions.Match known = province == null ? null : Regions.shortCity(province, text);
      boolean longer = known == null || text.startsWith("市", known.length());
      int prefecture = text.indexOf("自治州");
      if (known != null && !longer && (prefecture < 0 || prefecture > LONGEST_CITY)) {
        city = city == null ? known.name() : city;
        return text.substring(known.length());
      }
      Matcher matcher = CITY.matcher(text);
      if (!matcher.find() || matcher.group(1).matches(".*[路街道巷号县].*")) {
        return text;
      }
      city = city == null ? matcher.group(1) : city;
      String rest = without(text.substring(matcher.end()), matcher.group(1));
      return without(rest, "市辖区");
    }

    private String takeCounty(String text) {
      Matcher matcher = COUNTY.matcher(text);
      if (!matcher.find() || !isCounty(matcher.group(1))) {
        return text;
      }
      county = county == null ? matcher.group(1) : county;
      return text.substring(matcher.end());
    }

    private boolean isCounty(String name) {
      if (name.equals("工业园区") && "苏州市".equals(city) || name.equals("苏州工业园区")) {
        return true;
      }
      if (FUNCTIONAL.matcher(name).matches()) {
        return province != null || city != null;
      }
      boolean autonomous = name.endsWith("自治县") || name.endsWith("自治旗");
      boolean streets = !autonomous && STREET_INSIDE.matcher(name).matches();
      return name.length() > 1 && !streets && !NO_COUNTY.matcher(name).matches();
    }

    Address address(String text, @Nullable Building building) {
      return new Address(
          text,
          province,
          city,
          county,
          building == null ? null : building.key(),
          building == null ? null : building.room(),
          postCode);
    }
  }

  /** Half-width, simplified, without remarks in brackets; single spaces stay for the post code. */
  private static String normal(String text) {
    String half = Texts.halfWidth(text);
    for (int i = 0; i < TRADITIONAL.length(); i++) {
      if (half.indexOf(TRADITIONAL.charAt(i)) >= 0) {
        half = ZhConverterUtil.toSimple(half);
        break;
      }
    }
    return REMARK.matcher(half).replaceAll("").replaceAll("[\\s_]+", " ").strip();
  }

  private static @Nullable String known(@Nullable String part) {
    if (part == null) {
      return null;
    }
    String text = part.strip();
    boolean placeholder = text.isEmpty() || text.matches("[0-]+|无|不详|null|NULL|/");
    return placeholder ? null : text;
  }

  private static @Nullable String sixDigits(@Nullable String text) {
    return text != null && text.length() == 6 && Texts.digits(text) && !text.equals("000000")
        ? text
        : null;
  }

  private static String without(String text, String beginning) {
    return !beginning.isEmpty() && text.startsWith(beginning)
        ? text.substring(beginning.length())
        : text;
  }

  private static @Nullable String joined(@Nullable String... parts) {
    StringBuilder all = new StringBuilder();
    for (String part : parts) {
      if (part != null && all.indexOf(part) < 0) {
        all.append(part);
      }
    }
    return all.isEmpty() ? null : all.toString();
  }
}
