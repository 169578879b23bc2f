package io.zhidun.rules.filings.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of the regions of the first level, and of cities that addresses write without 市. */
final class Regions {

  /** The 34 regions of the first level: full name and what people write for it. */
  private static final String[][] PROVINCES = {
    {"北京市", "北京"},
    {"天津市", "天津"},
    {"上海市", "上海"},
    {"重庆市", "重庆"},
    {"河北省", "河北"},
    {"山西省", "山西"},
    {"辽宁省", "辽宁"},
    {"吉林省", "吉林"},
    {"黑龙江省", "黑龙江"},
    {"江苏省", "江苏"},
    {"浙江省", "浙江"},
    {"安徽省", "安徽"},
    {"福建省", "福建"},
    {"江西省", "江西"},
    {"山东省", "山东"},
    {"河南省", "河南"},
    {"湖北省", "湖北"},
    {"湖南省", "湖南"},
    {"广东省", "广东"},
    {"海南省", "海南"},
    {"四川省", "四川"},
    {"贵州省", "贵州"},
    {"云南省", "云南"},
    {"陕西省", "陕西"},
    {"甘肃省", "甘肃"},
    {"青海省", "青海"},
    {"台湾省", "台湾"},
    {"内蒙古自治区", "内蒙古"},
    {"广西壮族自治区", "广西"},
    {"西藏自治区", "西藏"},
    {"宁夏回族自治区", "宁夏"},
    {"新疆维吾尔自治区", "新疆"},
    {"香港特别行政区", "香港"},
    {"澳门特别行政区", "澳门"}
  };

  private static final List<String> MUNICIPALITIES = List.of("北京市", "天津市", "上海市", "重庆市");

  /** Capitals and other large cities; only for addresses such as 浙江杭州萧山区. */
  private static final Map<String, String> CITIES =
      Map.ofEntries(
          Map.entry("河北省", "石家庄 保定 唐山 廊坊"),
          Map.entry("山西省", "太原 大同"),
          Map.entry("辽宁省", "沈阳 大连"),
          Map.entry("吉林省", "长春"),
          Map.entry("黑龙江省", "哈尔滨 大庆"),
          Map.entry("江苏省", "南京 苏州 无锡 常州 徐州 南通 扬州 盐城 镇江 泰州"),
          Map.entry("浙江省", "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 台州 义乌"),
          Map.entry("安徽省", "合肥 芜湖 蚌埠"),
          Map.entry("福建省", "福州 厦门 泉州 莆田 漳州"),
          Map.entry("江西省", "南昌 九江 赣州"),
          Map.entry("山东省", "济南 青岛 烟台 潍坊 临沂 淄博"),
          Map.entry("河南省", "郑州 洛阳 新乡 南阳"),
          Map.entry("湖北省", "武汉 宜昌 襄阳"),
          Map.entry("湖南省", "长沙 株洲 湘潭"),
          Map.entry("广东省", "广州 深圳 东莞 佛山 珠海 中山 惠州 汕头 江门"),
          Map.entry("海南省", "海口 三亚"),
          Map.entry("四川省", "成都 绵阳"),
          Map.entry("贵州省", "贵阳 遵义"),
          Map.entry("云南省", "昆明 大理"),
          Map.entry("陕西省", "西安 咸阳 宝鸡"),
          Map.entry("甘肃省", "兰州"),
          Map.entry("青海省", "西宁"),
          Map.entry("台湾省", "台北 高雄 台中 新竹"),
          Map.entry("内蒙古自治区", "呼和浩特 包头 鄂尔多斯"),
          Map.entry("广西壮族自治区", "南宁 桂林 柳州"),
          Map.entry("西藏自治区", "拉萨"),
          Map.entry("宁夏回族自治区", "银川"),
          Map.entry("新疆维吾尔自治区", "乌鲁木齐"));

  private static final List<String[]> LONGEST_FIRST = new ArrayList<>(List.of(PROVINCES));

  static {
    LONGEST_FIRST.sort(Comparator.comparingInt((String[] names) -> -names[1].length()));
  }

  private Regions() {}

  /** A region's full name and how many characters of the text it took. */
  record Match(String name, int length) {}

  /** The region that the text begins with, or null. */
  static @Nullable Match province(String text) {
    for (String[] names : LONGEST_FIRST) {
      if (!text.startsWith(names[1])) {
        continue;
      }
      if (text.startsWith(names[0])) {
        return new Match(names[0], names[0].length());
      }
      if (names[0].endsWith("自治区") && text.startsWith("自治区", names[1].length())) {
        return new Match(names[0], names[1].length() + 3);
      }
      return shortForm(text, names[1].length()) ? new Match(names[0], names[1].length()) : null;
    }
    return null;
  }

  /** 吉林市, 海南藏族自治州, 上海路 and 北京东一路 begin like a region but are none. */
  private static boolean shortForm(String text, int end) {
    if (end < text.length() && "市县州藏区".indexOf(text.charAt(end)) >= 0) {
      return false;
    }
    for (int i = end; i < Math.min(end + 3, text.length()); i++) {
      char c = text.charAt(i);
      if ("市区县州盟".indexOf(c) >= 0) {
        return true;
      }
      if ("路街道巷".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isMunicipality(@Nullable String province) {
    return province != null && MUNICIPALITIES.contains(province);
  }

  /** The city of the region whose short name the text begins with, or null. */
  static @Nullable Match shortCity(String province, String text) {
    String cities = CITIES.get(province);
    if (cities == null) {
      return null;
    }
    for (int from = 0; from < cities.length(); ) {
      int space = cities.indexOf(' ', from);
      int to = space < 0 ? cities.length() : space;
      if (text.startsWith(cities.substring(from, to))) {
        return new Match(cities.substring(from, to) + "市", to - from);
      }
      from = to + 1;
    }
    return null;
  }

  /** The full name of a region given in full or short, or the text itself. */
  static String fullName(String text) {
    for (String[] names : PROVINCES) {
      if (text.equals(names[1])) {
        return names[0];
      }
    }
    return text;
  }
}
