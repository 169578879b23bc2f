package io.zhidun.simulator.market.stream;

import io.zhidun.simulator.market.text.PatentGrammar;
import io.zhidun.simulator.market.text.PatentText;
import io.zhidun.simulator.market.text.Recipe;
import io.zhidun.simulator.market.text.TechnicalField;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * An invention or utility model.
 *
 * @param text made when it is written, since texts are long and many wait
 * @param drawings SHA-256 of each
 */
public record PatentWork(
    Kind kind, int field, Supplier<PatentText> text, List<String> drawings, long seed)
    implements Work {

  public PatentWork {
    drawings = List.copyOf(drawings);
  }

  public static PatentWork of(Kind kind, Recipe recipe, List<String> drawings) {
    return new PatentWork(
        kind, recipe.field(), () -> PatentGrammar.write(recipe), drawings, recipe.topic());
  }

  @Override
  public void write(Json json) {
    PatentText told = text.get();
    json.put("inventionTitle", told.title());
    json.put("abstract", told.summary());
    json.list("claims", told.claims());
    json.put("description", told.description());
    json.list("ipcCodes", ipc());
    json.list("drawingSha256", drawings);
  }

  private List<String> ipc() {
    String[] groups = TechnicalField.ALL.get(field).ipc();
    SplittableRandom random = new SplittableRandom(seed);
    String first = groups[random.nextInt(groups.length)];
    String main =
        first.substring(0, first.indexOf('/') + 1) + String.format("%02d", random.nextInt(90));
    return random.nextInt(3) == 0
        ? List.of(main, groups[random.nextInt(groups.length)])
        : List.of(main);
  }
}
