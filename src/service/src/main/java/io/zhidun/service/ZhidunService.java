package io.zhidun.service;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service; its settings come from the environment, see application.yml. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class ZhidunService {
  public static void main(String[] args) {
    SpringApplication.run(ZhidunService.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
