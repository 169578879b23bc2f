package io.zhidun.rules.filings.record;

import org.jspecify.annotations.Nullable;

/**
 * A postal address, split as far as it could be.
 *
 * @param text as written
 * @param province such as 浙江省, or null
 * @param city such as 杭州市, or null
 * @param county such as 萧山区, or null
 * @param building street, number and building in one normal form, or null where none was found
 * @param room what stands behind the building, or null
 * @param postCode six digits, or null
 */
public record Address(
    String text,
    @Nullable String province,
    @Nullable String city,
    @Nullable String county,
    @Nullable String building,
    @Nullable String room,
    @Nullable String postCode) {

  /** An address of which only the text is known. */
  public static Address of(String text) {
    return new Address(text, null, null, null, null, null, null);
  }
}
