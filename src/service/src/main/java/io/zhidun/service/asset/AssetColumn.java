package io.zhidun.service.asset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of a table of assets, by their Chinese or English heading. */
enum AssetColumn {
  ID("id", "编号"),
  SYSTEM("system", "系统"),
  NAME("name", "名称"),
  KIND("kind", "类型"),
  ZONE("zone", "区域"),
  ADDRESSES("addresses", "地址"),
  IMPORTANCE("importance", "重要性"),
  DATA_CLASS("dataclass", "数据级别"),
  OWNER("owner", "责任人"),
  LOCATION("location", "位置"),
  ENDPOINTS("endpoints", "端点");

  /** Without them no row can be an asset. */
  static final List<AssetColumn> REQUIRED = List.of(ID, SYSTEM, NAME, KIND, IMPORTANCE);

  private final String english;
  private final String chinese;

  AssetColumn(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  String chinese() {
    return chinese;
  }

  static @Nullable AssetColumn of(String heading) {
    String text = heading.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(one -> one.english.equals(text) || one.chinese.equals(text))
        .findFirst()
        .orElse(null);
  }
}
