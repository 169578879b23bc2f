package io.zhidun.simulator.record;

import java.util.List;
import java.util.random.RandomGenerator;

/** A small grammar for titles of applications and names of marks. */
public final class Words {
  private static final List<String> BASES =
      List.of(
          "多传感器融合", "石墨烯复合膜", "联邦学习", "相变储热", "超声导波", "稀土掺杂", "边缘计算", "柔性电极", "数字孪生", "微流控芯片",
          "光纤光栅", "增材制造", "脉冲电场", "知识图谱", "磁流变液");
  private static final List<String> SUBJECTS =
      List.of(
          "动力电池热管理", "轴承故障诊断", "温室灌溉调度", "桥梁挠度监测", "污水脱氮处理", "晶圆缺陷检测", "冷链运输监控", "井下人员定位", "谷物水分测定",
          "叶片除冰控制", "心电信号降噪", "仓储路径规划", "焊缝质量评估", "配电网故障隔离", "海水淡化预处理", "钢轨磨耗测量");
  private static final List<String> KINDS =
      List.of("方法", "装置", "系统", "方法及系统", "方法、设备及介质", "装置及其使用方法");
  private static final List<String> FIRST =
      List.of("云", "禾", "澜", "序", "砚", "楚", "峦", "溪", "朴", "弥", "榆", "岚", "芷", "沐");
  private static final List<String> SECOND =
      List.of("舟", "途", "野", "谷", "集", "坊", "原", "衡", "屿", "桥", "川", "里", "程", "塘");
  private static final List<String> TAILS = List.of("", "", "", "工坊", "优选", "智造", "本味", "四季");

  private Words() {}

  /** Such as 一种基于数字孪生的桥梁挠度监测系统. */
  public static String title(RandomGenerator random) {
    return "一种基于" + pick(BASES, random) + "的" + pick(SUBJECTS, random) + pick(KINDS, random);
  }

  /** Such as 澜桥优选. */
  public static String markName(RandomGenerator random) {
    return pick(FIRST, random) + pick(SECOND, random) + pick(TAILS, random);
  }

  /** A word that people search applications by. */
  public static String subject(RandomGenerator random) {
    String subject = pick(SUBJECTS, random);
    return random.nextBoolean() ? subject : subject.substring(0, 2);
  }

  /** A word that people search marks by. */
  public static String markPart(RandomGenerator random) {
    return random.nextBoolean() ? pick(FIRST, random) : markName(random);
  }

  /** Code of an organisation, never a name. */
  public static String organisation(RandomGenerator random) {
    return "org-%06d".formatted(1 + random.nextInt(4_000));
  }

  static <T> T pick(List<T> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }
}
