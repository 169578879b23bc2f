package io.zhidun.service.event;

import io.zhidun.service.web.Cursor;
import io.zhidun.service.web.Page;
import io.zhidun.service.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Search of events. */
@RestController
class EventEndpoint {
  private final EventSearch search;

  EventEndpoint(@Lazy EventSearch search) {
    this.search = search;
  }

  @GetMapping("/api/v1/events")
  Page<JsonNode> find(@RequestParam MultiValueMap<String, String> query) {
    Parameters parameters = new Parameters(query);
    EventQuery wanted = EventQuery.read(parameters);
    Cursor cursor = cursor(parameters);
    int limit = parameters.limit();
    parameters.check();
    return search.find(wanted, cursor, limit);
  }

  private static @Nullable Cursor cursor(Parameters parameters) {
    String text = parameters.text("cursor", 2048);
    if (text == null) {
      return null;
    }
    Cursor cursor = Cursor.decode(text, EventSearch.ORDER, 2);
    if (cursor == null || !cursor.keys().get(0).matches("-?\\d{1,18}")) {
      parameters.fault("cursor", text, "must be the next of a page of events");
      return null;
    }
    return cursor;
  }
}
