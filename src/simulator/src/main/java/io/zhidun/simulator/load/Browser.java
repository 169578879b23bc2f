package io.zhidun.simulator.load;

import io.zhidun.events.Json;
import io.zhidun.simulator.site.Accounts;
import io.zhidun.simulator.web.Queries;
import io.zhidun.simulator.web.Request;
import io.zhidun.simulator.web.Response;
import io.zhidun.simulator.web.SystemName;
import io.zhidun.simulator.web.Transport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One person's browser on one system: keeps the session cookie and the ids it was shown. */
public final class Browser {
  private final Transport transport;
  private final SystemName system;
  private final Person person;
  private final List<String> shown = new ArrayList<>();
  private @Nullable String cookie;

  public Browser(Transport transport, SystemName system, Person person) {
    this.transport = transport;
    this.system = system;
    this.person = person;
  }

  public Response get(String target) {
    return send("GET", target, Map.of(), new byte[0]);
  }

  public Response post(String target, Map<String, String> body) {
    byte[] bytes = Json.mapper().writeValueAsBytes(body);
    return send("POST", target, Map.of("content-type", "application/json"), bytes);
  }

  /** Signs in and keeps the session. */
  public Response login(Accounts accounts) {
    return login(accounts.password(account()));
  }

  /** Signs in with this password. */
  public Response login(String password) {
    Response response = post("/login", Map.of("account", account(), "password", password));
    String set = response.headers().get("Set-Cookie");
    if (set != null) {
      cookie = set.substring(0, set.indexOf(';'));
    }
    return response;
  }

  public Response logout() {
    Response response = post("/logout", Map.of());
    cookie = null;
    return response;
  }

  /** Gets a result list and remembers the ids in it that are new. */
  public Response list(String path, String words, int page) {
    String mark = path.indexOf('?') < 0 ? "?" : "&";
    Response response = get(path + mark + "q=" + Queries.encode(words) + "&page=" + page);
    remember(response);
    return response;
  }

  /** An id that a result list showed, or {@code otherwise} when none did. */
  public String shown(int index, String otherwise) {
    return shown.isEmpty() ? otherwise : shown.get(index % shown.size());
  }

  /** How many different ids the result lists showed. */
  public int shownCount() {
    return shown.size();
  }

  private void remember(Response response) {
    for (JsonNode item : tree(response).path("items")) {
      String id = item.path("id").asString("");
      if (!id.isEmpty() && !shown.contains(id)) {
        shown.add(id);
      }
    }
  }

  /** A member of a JSON answer as text, or empty. */
  public static String member(Response response, String name) {
    return tree(response).path(name).asString("");
  }

  private static JsonNode tree(Response response) {
    try {
      return Json.mapper().readTree(new String(response.body(), StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      return Json.mapper().createObjectNode();
    }
  }

  private String account() {
    return Objects.requireNonNull(person.account(), "a visitor without account cannot sign in");
  }

  private Response send(String method, String target, Map<String, String> own, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("user-agent", person.userAgent());
    if (cookie != null) {
      headers.put("cookie", cookie);
    }
    headers.putAll(own);
    return transport.send(system, new Request(method, target, person.address(), headers, body));
  }
}
