package io.zhidun.service.asset;

import io.zhidun.service.web.LargerBody;
import io.zhidun.service.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of assets: looked through first, taken over when confirmed. */
@RestController
@RequestMapping("/api/v1/assets/import")
class ImportEndpoint {
  static final int MOST_BYTES = 32 << 20;

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final AssetImport imports;

  ImportEndpoint(AssetImport imports) {
    this.imports = imports;
  }

  @PostMapping
  AssetImport.Preview upload(
      @RequestParam(defaultValue = "") String fileName, HttpServletRequest request, Principal who)
      throws IOException {
    String type = request.getContentType() == null ? "" : request.getContentType();
    boolean spreadsheet = type.startsWith(XLSX);
    if (!spreadsheet && !type.startsWith(CSV)) {
      throw Problems.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "unsupported-media-type",
          "a table is " + CSV + " or " + XLSX + ", was " + type);
    }
    return imports.upload(fileName, spreadsheet, request.getInputStream(), who.getName());
  }

  @PostMapping(path = "/{id}/confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
  AssetImport.Done confirm(@PathVariable String id, @RequestBody Confirm confirm, Principal who) {
    return imports.confirm(id, confirm.skipFaults, who.getName());
  }

  record Confirm(boolean skipFaults) {}

  /** Tables are larger than what else is sent. */
  @Configuration(proxyBeanMethods = false)
  static class Limits {
    @Bean
    LargerBody importBody() {
      return new LargerBody("/api/v1/assets/import", MOST_BYTES);
    }
  }
}
