package io.zhidun.simulator.site;

import io.zhidun.simulator.web.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which handler serves which method and path. */
final class Routes {
  /** Serves a request that a route admitted. */
  @FunctionalInterface
  interface Handler {
    Response handle(Call call);
  }

  /**
   * @param pattern such as {@code /marks/{id}}
   */
  record Route(String method, String pattern, Handler handler) {}

  /**
   * @param path values of the pattern's parameters
   */
  record Found(Route route, Map<String, String> path) {}

  private final List<Route> routes = new ArrayList<>();

  Routes get(String pattern, Handler handler) {
    routes.add(new Route("GET", pattern, handler));
    return this;
  }

  Routes post(String pattern, Handler handler) {
    routes.add(new Route("POST", pattern, handler));
    return this;
  }

  Optional<Found> find(String method, String path) {
    for (Route route : routes) {
      Map<String, String> values = new HashMap<>();
      if (route.method().equals(method) && matches(route.pattern(), path, values)) {
        return Optional.of(new Found(route, values));
      }
    }
    return Optional.empty();
  }

  private static boolean matches(String pattern, String path, Map<String, String> values) {
    String[] wanted = pattern.split("/", -1);
    String[] actual = path.split("/", -1);
    if (wanted.length != actual.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        values.put(wanted[i].substring(1, wanted[i].length() - 1), actual[i]);
      } else if (!wanted[i].equals(actual[i])) {
        return false;
      }
    }
    return true;
  }
}
