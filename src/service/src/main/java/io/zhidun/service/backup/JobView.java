package io.zhidun.service.backup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** A job and how far it is. */
record JobView(@JsonUnwrapped Job job, JobProgress.@Nullable View progress) {}
