package io.zhidun.simulator.market.stream;

import io.zhidun.simulator.market.world.Goods;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trademark.
 *
 * @param category {@code word}, {@code figurative}, {@code combined}
 * @param image SHA-256 or null
 */
public record MarkWork(String words, String category, @Nullable String image, List<Integer> classes)
    implements Work {

  public MarkWork {
    classes = List.copyOf(classes);
  }

  public static MarkWork word(String words, int nice) {
    return new MarkWork(words, "word", null, List.of(nice));
  }

  @Override
  public Kind kind() {
    return Kind.TRADEMARK;
  }

  @Override
  public void write(Json json) {
    List<String> groups = new ArrayList<>();
    List<String> goods = new ArrayList<>();
    for (int nice : classes) {
      Goods of = Goods.of(nice);
      groups.addAll(of.groups());
      goods.addAll(of.names());
    }
    json.put("markText", words);
    json.put("markCategory", category);
    json.put("markImageSha256", image);
    json.numbers("niceClasses", classes);
    json.list("similarGroups", groups);
    json.list("goods", goods);
  }
}
