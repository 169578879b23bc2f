package io.zhidun.service.continuity;

import io.zhidun.trust.Sm3;
import io.zhidun.trust.seal.DetachedSignature;

/**
 * What the report of an exercise is printed from.
 *
 * @param plan the version that was exercised
 * @param systemName as the inventory has it
 * @param owner of the system; empty where nobody is on record
 * @param recordSm3 of the signed record, hexadecimal
 * @param intact that the record is what a key of this installation signed
 */
record ExerciseFile(
    ExerciseRecord record,
    PlanVersion plan,
    String systemName,
    String owner,
    String recordSm3,
    DetachedSignature signature,
    boolean intact) {
  ExerciseFile {
    if (recordSm3.length() != 2 * Sm3.LENGTH) {
      throw new IllegalArgumentException(
          "an SM3 digest has " + 2 * Sm3.LENGTH + " hexadecimal digits, was " + recordSm3);
    }
  }
}
