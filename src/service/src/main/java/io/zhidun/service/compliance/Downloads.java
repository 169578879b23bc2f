package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.knowledge.Sm3;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Files that a browser saves and never shows. */
final class Downloads {
  static final String ANY = "application/octet-stream";

  private Downloads() {}

  static ResponseEntity<byte[]> of(byte[] bytes, String fileName, String mediaType) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(safe(fileName), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Zhidun-SM3", Sm3.hex(bytes))
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(HttpHeaders.CONTENT_TYPE, mediaType)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(bytes);
  }

  /** No folders and no signs that a shell or a header would take for its own. */
  static String safe(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|;]", "_").strip();
    return plain.isEmpty() ? "document" : plain;
  }
}
