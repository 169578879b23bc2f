package io.zhidun.rules.filings.record;

import org.jspecify.annotations.Nullable;

/** Whom the office writes to. */
public record Contact(@Nullable String name, @Nullable Hashed phone, @Nullable Hashed email) {}
