package io.zhidun.rules.filings.form;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Street, number and building of a Chinese address in one form, and what stands behind them. One
 * house has one key however it is written: 三十二号3号楼, 32号3#楼 and ３２号３栋 are all 32号3幢. The name of an
 * estate between number and building is left out, for some write it and some do not.
 *
 * @param key or null where the text names no house
 * @param room floor, unit and room, or whatever stands behind the house; or null
 */
record Building(@Nullable String key, @Nullable String room) {

  private static final String NUMERALS = "〇零一二两三四五六七八九十百";
  private static final Pattern COUNTED =
      Pattern.compile("第?([" + NUMERALS + "]+)(?=号|栋|幢|座|单元|室|层|楼|弄|期|#|户|院)");
  private static final Pattern HOUSE =
      Pattern.compile("第?([0-9]{1,4}|[A-Z][0-9]{0,3}|[甲乙丙丁])(?:号?(?:栋|幢|座)楼?|号?#楼?|号楼|号大楼|#)");
  private static final Pattern ESTATE_HOUSE = Pattern.compile("([东西南北])(?:栋|幢|座|楼|号楼)");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[0-9]+(?:-[0-9]+)?弄(?:[0-9]+(?:-[0-9]+)?号?)?|[0-9]+(?:-[0-9]+)?号(?:院|之[0-9]+)?");
  private static final Pattern HOUSE_HERE =
      Pattern.compile("^.{0,16}?([0-9A-Z甲乙丙丁东西南北][0-9]{0,3})幢");

  /** Parts of an estate that count their houses anew. */
  private static final Pattern ZONE = Pattern.compile("[0-9A-Z甲乙丙丁东西南北]{1,3}(?:区|期|组团|苑)");

  private static final Pattern NAMED =
      Pattern.compile(
          "^.*?(?:大厦|大楼|写字楼|商务楼|综合楼|办公楼|中心|广场|科技园|产业园|工业园|创业园|园区|公寓|小区|花园|新村|大学|学院|厂区?)"
              + "(?:[0-9A-Z甲乙丙丁东西南北][0-9]{0,3}幢)?");
  private static final Pattern VILLAGE_HOUSE = Pattern.compile("^.*?(?:村|屯|组)[0-9]+(?:组[0-9]*)?号?");
  private static final Pattern SUBDISTRICT =
      Pattern.compile("^\\p{IsHan}{1,8}?街道(?:办事处)?(?=.*[0-9])");
  private static final Pattern COMMUNITY =
      Pattern.compile("^\\p{IsHan}{1,8}?社区(?:居委会)?(?=.*[0-9])");
  private static final Pattern TOWN =
      Pattern.compile("^\\p{IsHan}{1,5}?[镇乡](?=\\p{IsHan}{1,10}(?:路|街|道|巷|弄)[0-9])");
  private static final Pattern FLOOR = Pattern.compile("([0-9]+)(?:楼|F(?![A-Z0-9]))");
  private static final Pattern BARE_ROOM =
      Pattern.compile("([0-9]{3,5}|[A-Z]-?[0-9]{2,4})(?:号?房间?|号|户)?$");

  static final Building NONE = new Building(null, null);

  /** The house and room of what stands below the county, which must be half-width. */
  static Building of(String below) {
    String text = normal(below);
    text = SUBDISTRICT.matcher(text).replaceFirst("");
    text = COMMUNITY.matcher(text).replaceFirst("");
    text = TOWN.matcher(text).replaceFirst("");
    if (text.isEmpty()) {
      return NONE;
    }
    Matcher number = NUMBER.matcher(text);
    if (number.find() && number.start() > 0) {
      return behindNumber(text.substring(0, number.end()), text.substring(number.end()));
    }
    Matcher named = NAMED.matcher(text);
    if (named.find()) {
      return new Building(named.group(), room(text.substring(named.end())));
    }
    Matcher village = VILLAGE_HOUSE.matcher(text);
    if (village.find()) {
      return new Building(village.group(), room(text.substring(village.end())));
    }
    int house = text.indexOf('幢');
    if (house > 1) {
      return new Building(text.substring(0, house + 1), room(text.substring(house + 1)));
    }
    return NONE;
  }

  private static Building behindNumber(String street, String rest) {
    Matcher house = HOUSE_HERE.matcher(rest);
    if (house.find()) {
      StringBuilder key = new StringBuilder(street);
      Matcher zone = ZONE.matcher(rest).region(0, house.start(1));
      while (zone.find()) {
        key.append(zone.group());
      }
      key.append(house.group(1)).append("幢");
      return new Building(key.toString(), room(rest.substring(house.end())));
    }
    return new Building(street, room(rest));
  }

  private static String normal(String below) {
    String text = below.toUpperCase(Locale.ROOT).replaceAll("[\\s,，.。、;；:：]+", "");
    Matcher counted = COUNTED.matcher(text);
    text = counted.replaceAll(match -> String.valueOf(number(match.group(1))));
    text = HOUSE.matcher(text).replaceAll("$1幢");
    return ESTATE_HOUSE.matcher(text).replaceAll("$1幢");
  }

  private static @Nullable String room(String rest) {
    String text = rest.replaceFirst("^[-/]+", "");
    text = FLOOR.matcher(text).replaceAll("$1层");
    text = BARE_ROOM.matcher(text).replaceFirst("$1室");
    return text.isEmpty() ? null : text;
  }

  /** 三十二 as 32, 一百零五 as 105, 五〇一 as 501. */
  private static int number(String numerals) {
    boolean counted = numerals.indexOf('十') >= 0 || numerals.indexOf('百') >= 0;
    int total = 0;
    int digit = 0;
    for (int i = 0; i < Math.min(numerals.length(), 8); i++) {
      char c = numerals.charAt(i);
      if (c == '百') {
        total += Math.max(digit, 1) * 100;
        digit = 0;
      } else if (c == '十') {
        total += (digit == 0 ? 1 : digit) * 10;
        digit = 0;
      } else {
        int value = "零一二三四五六七八九".indexOf(c == '〇' ? '零' : c == '两' ? '二' : c);
        digit = counted ? value : digit * 10 + value;
      }
    }
    return total + digit;
  }
}
