package io.zhidun.simulator.market.world;

import org.jspecify.annotations.Nullable;

/**
 * Who applies.
 *
 * @param code unified social credit code, or null for persons
 * @param idNumber identity number, or null for organisations
 * @param kind as on the wire
 * @param register or null where the register knows nothing
 */
public record Applicant(
    String name,
    @Nullable String code,
    @Nullable String idNumber,
    String kind,
    Address address,
    Contact contact,
    @Nullable Register register) {

  /** What names it on the wire. */
  public String key() {
    if (code != null) {
      return code;
    }
    return idNumber != null ? idNumber : name;
  }

  public Applicant withContact(Contact other) {
    return new Applicant(name, code, idNumber, kind, address, other, register);
  }

  public Applicant withAddress(Address other) {
    return new Applicant(name, code, idNumber, kind, other, contact, register);
  }

  public Applicant withRegister(Register other) {
    return new Applicant(name, code, idNumber, kind, address, contact, other);
  }
}
