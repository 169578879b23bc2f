package io.zhidun.service.live;

/**
 * One event of the stream, ready to be written.
 *
 * @param revision what {@code Last-Event-ID} says after it
 */
record LiveEntry(long revision, String event, String data) {}
