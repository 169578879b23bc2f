package io.zhidun.simulator.market.text;

import java.util.List;

/** Words that every field uses. */
final class General {
  private static final List<String> LINES = Resource.lines(General.class, "general.txt");

  static final String[] PLACES = Resource.words(LINES, "place");
  static final String[] JOINTS = Resource.words(LINES, "join");
  static final String[] MANNERS = Resource.words(LINES, "manner");
  static final String[] UNITS = Resource.words(LINES, "unit");
  static final String[] TAILS = Resource.words(LINES, "tail");
  static final String[] LEADS = Resource.words(LINES, "lead");
  static final String[] COUNTS = {"两", "三", "四", "五", "六", "八", "若干", "多"};

  private General() {}
}
