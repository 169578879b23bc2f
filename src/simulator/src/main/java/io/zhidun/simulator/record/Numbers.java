package io.zhidun.simulator.record;

/** Numbers of applications and marks. */
public final class Numbers {
  private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

  private Numbers() {}

  /**
   * Number of an invention application: year, kind 1, serial and the check character that the
   * office's numbering standard (ZC 0006-2003) defines: weights 2 to 9 and again 2 to 5, sum modulo
   * 11, ten written as X.
   */
  public static String application(int year, int serial) {
    String digits = "%04d1%07d".formatted(year, serial);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    int check = sum % 11;
    return "CN" + digits + (check == 10 ? "X" : Integer.toString(check));
  }

  public static String mark(int serial) {
    return "TM%08d".formatted(serial);
  }
}
