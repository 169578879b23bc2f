package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Happening;
import io.zhidun.simulator.market.stream.Kind;
import io.zhidun.simulator.market.stream.Relations;
import io.zhidun.simulator.market.stream.Stage;

/** The numbers of an invention and a utility model that declare each other. */
final class PairNumbers {
  private String invention = "";
  private String model = "";

  long give(long now, Stage stage) {
    invention = stage.number(Kind.INVENTION, now);
    model = stage.number(Kind.UTILITY_MODEL, now);
    return Happening.OVER;
  }

  Relations relations(Kind kind) {
    return kind == Kind.INVENTION
        ? Relations.pair(invention, model)
        : Relations.pair(model, invention);
  }
}
