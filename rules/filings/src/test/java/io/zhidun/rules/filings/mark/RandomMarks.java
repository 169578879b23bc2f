package io.zhidun.rules.filings.mark;

import java.util.Random;

/** Words without meaning: characters drawn one by one. */
final class RandomMarks {

  private static final String CHARACTERS =
      "铭溪昂韵沃妮滋蓓邺琪朗驰骏泽霖睿翊骁晟焱垚淼鑫璟琛玥妍婉澜漪涵墨砚宸轩逸帆"
          + "锐拓迈岚峻岳嵘巍峦苒茉莳萱薇荟蔚菲芙蓉瑾瑜璇珺琬琰瑶环玖珂珞瑄飒翎翱翔"
          + "翼蹊蹈骐骊骥驭驷隽雍霁霏霓曦曜昶昱晔晖晏暄煜炜烨焕煦熠灏瀚沅沁泓洵洛浚渊湛";

  private final Random random;

  RandomMarks(long seed) {
    random = new Random(seed);
  }

  String next() {
    int length = 2 + random.nextInt(2);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return word.toString();
  }
}
