package io.zhidun.simulator.market.world;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody files.
 *
 * @param payer account that pays
 */
public record Station(
    String account,
    String client,
    String device,
    String ip,
    @Nullable String certificate,
    String payer,
    String invoiceTitle,
    String phone) {

  public Station on(String otherDevice, String otherIp) {
    return new Station(
        account, client, otherDevice, otherIp, certificate, payer, invoiceTitle, phone);
  }

  public Station paidBy(String otherPayer, String otherTitle) {
    return new Station(account, client, device, ip, certificate, otherPayer, otherTitle, phone);
  }

  public Station by(String otherClient) {
    return new Station(account, otherClient, device, ip, certificate, payer, invoiceTitle, phone);
  }

  public Station reachedBy(String otherPhone) {
    return new Station(account, client, device, ip, certificate, payer, invoiceTitle, otherPhone);
  }
}
