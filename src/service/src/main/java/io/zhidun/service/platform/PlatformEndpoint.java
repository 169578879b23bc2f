package io.zhidun.service.platform;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The platform's own state. */
@RestController
class PlatformEndpoint {
  private final PlatformWatch watch;

  PlatformEndpoint(PlatformWatch watch) {
    this.watch = watch;
  }

  @GetMapping("/api/v1/platform")
  Platform platform() {
    return watch.latest();
  }
}
