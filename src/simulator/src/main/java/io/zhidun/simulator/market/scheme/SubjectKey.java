package io.zhidun.simulator.market.scheme;

/**
 * Who should be found.
 *
 * @param type {@code applicant}, {@code agency}, {@code agent} or {@code account}
 * @param key as on the wire: credit code, identity number, agency code, qualification number
 */
public record SubjectKey(String type, String key) {}
