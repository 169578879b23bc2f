package io.zhidun.simulator.market.world;

import io.zhidun.simulator.market.text.Resource;
import io.zhidun.simulator.market.text.TechnicalField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Words of marks. What an honest owner coins comes near no protected mark, neither by its readings
 * nor by its characters; so the truth about imitation is clean.
 */
public final class MarkWords {
  private static final String[] TAILS = {
    "优选", "工坊", "小厨", "茶铺", "时光", "良品", "生活", "智造", "本草", "食集", "严选", "童话", "家居", "医养", "数科", "果园"
  };
  private static final String[] AFFIXES = {
    "新", "小", "大", "老", "金", "正品", "官方", "旗舰", "之家", "世家", "国际", "优品", "专营", "坊", "集团"
  };
  private static final String[] LATIN = {
    "va", "lo", "mi", "rex", "ta", "no", "bri", "zen", "ku", "do", "fli", "sa", "pon", "xi", "ver",
    "ga", "lum", "ne", "cor", "bel", "ti", "quo", "ra", "pli", "mo", "dex", "fa", "jun", "wel", "ho"
  };
  private static final List<Public> PUBLIC =
      Resource.lines(MarkWords.class, "publicwords.txt").stream().map(Public::parse).toList();
  private static final String LOOSE = looseCharacters();

  private final List<ProtectedMark> protectedMarks;
  private final Set<String> readings = new HashSet<>();
  private final Set<String> names = new HashSet<>();

  /** A word that belongs to nobody, from a day on. */
  public record Public(String kind, String word, String from) {
    private static Public parse(String line) {
      String[] parts = line.split(" ", -1);
      return new Public(parts[0], parts[1], parts[2]);
    }
  }

  public MarkWords(long seed, int count, Parties parties) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x6d61726b73L);
    List<ProtectedMark> marks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      marks.add(protectedMark(i, parties, random));
    }
    protectedMarks = List.copyOf(marks);
  }

  private ProtectedMark protectedMark(int index, Parties parties, SplittableRandom random) {
    String fame = index % 10 < 2 ? "well-known" : index % 10 < 5 ? "known" : "registered";
    String name = coined(index % 5 == 0 ? 2 : index % 5 == 4 ? 4 : 3, random);
    while (!names.add(name) || likeProtected(name)) {
      name = coined(3, random);
    }
    keep(name);
    Applicant owner = parties.shop(parties.register(500, index % 30, 5_000, random), random);
    Set<Integer> classes = new HashSet<>();
    int many = 1 + random.nextInt(fame.equals("well-known") ? 6 : 3);
    while (classes.size() < many) {
      classes.add(1 + random.nextInt(45));
    }
    return new ProtectedMark(
        "PM" + (100_000 + index),
        name,
        owner.name(),
        owner.key(),
        classes.stream().sorted().toList(),
        fame,
        List.of(Syllables.spelled(name)));
  }

  public List<ProtectedMark> protectedMarks() {
    return protectedMarks;
  }

  /** Of that fame or any where it is null. */
  public ProtectedMark anyProtected(@Nullable String fame, RandomGenerator random) {
    ProtectedMark found = protectedMarks.get(random.nextInt(protectedMarks.size()));
    while (fame != null && !found.fame().equals(fame)) {
      found = protectedMarks.get(random.nextInt(protectedMarks.size()));
    }
    return found;
  }

  public static List<Public> publicWords() {
    return PUBLIC;
  }

  /** A brand that its owner may have coined. */
  public String brand(RandomGenerator random) {
    String brand = anyBrand(random);
    while (likeProtected(brand)) {
      brand = anyBrand(random);
    }
    return brand;
  }

  private static String anyBrand(RandomGenerator random) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> coined(2, random);
      case 3, 4, 5 -> coined(3, random);
      case 6 -> coined(4, random);
      case 7 -> latin(random);
      default -> coined(2, random) + TAILS[random.nextInt(TAILS.length)];
    };
  }

  /** A mark of the family of a brand. */
  public String series(String brand, RandomGenerator random) {
    String member = brand + TAILS[random.nextInt(TAILS.length)];
    return likeProtected(member) ? brand : member;
  }

  /** Two or three characters at random that mean nothing together. */
  public static String loose(RandomGenerator random) {
    int length = 2 + random.nextInt(2);
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(LOOSE.charAt(random.nextInt(LOOSE.length())));
    }
    return word.toString();
  }

  static String latin(RandomGenerator random) {
    StringBuilder word = new StringBuilder();
    int parts = 2 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      word.append(LATIN[random.nextInt(LATIN.length)]);
    }
    return word.toString().toUpperCase(Locale.ROOT);
  }

  private static String coined(int length, RandomGenerator random) {
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(Syllables.any(random));
    }
    return word.toString();
  }

  /**
   * A mark that imitates another: one or two characters replaced by such as sound the same or
   * nearly, by such as look alike, or words put before or behind.
   */
  public String imitation(ProtectedMark mark, RandomGenerator random) {
    String name = mark.name();
    for (int tries = 0; tries < 8; tries++) {
      int at = random.nextInt(name.length());
      String old = name.substring(at, at + 1);
      String other =
          switch (random.nextInt(4)) {
            case 0 -> Syllables.homophone(old, random);
            case 1 -> Syllables.nearHomophone(old, random);
            case 2 -> Syllables.lookAlike(old);
            default -> null;
          };
      if (other != null && !other.equals(old)) {
        return name.substring(0, at) + other + name.substring(at + 1);
      }
      if (tries > 3) {
        break;
      }
    }
    String affix = AFFIXES[random.nextInt(AFFIXES.length)];
    return affix.length() == 1 && random.nextBoolean() ? affix + name : name + affix;
  }

  private void keep(String name) {
    String[] read = read(name);
    readings.add(String.join(" ", read));
    for (int i = 0; read.length > 2 && i < read.length; i++) {
      String[] open = read.clone();
      open[i] = "*";
      readings.add(String.join(" ", open));
    }
  }

  private boolean likeProtected(String name) {
    String[] read = read(name);
    for (int length = 2; length <= Math.min(4, read.length); length++) {
      for (int from = 0; from + length <= read.length; from++) {
        if (holds(read, from, length)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean holds(String[] read, int from, int length) {
    String[] window = Arrays.copyOfRange(read, from, from + length);
    if (readings.contains(String.join(" ", window))) {
      return true;
    }
    for (int i = 0; length > 2 && i < length; i++) {
      String kept = window[i];
      window[i] = "*";
      if (readings.contains(String.join(" ", window))) {
        return true;
      }
      window[i] = kept;
    }
    return false;
  }

  private static String[] read(String name) {
    String[] read = new String[name.length()];
    for (int i = 0; i < read.length; i++) {
      String character = name.substring(i, i + 1);
      String reading = Syllables.reading(character);
      read[i] = reading == null ? character : reading;
    }
    return read;
  }

  private static String looseCharacters() {
    Set<Character> found = new TreeSet<>();
    for (TechnicalField field : TechnicalField.ALL) {
      for (String part : field.parts()) {
        for (int i = 0; i < part.length(); i++) {
          found.add(part.charAt(i));
        }
      }
    }
    StringBuilder characters = new StringBuilder(found.size());
    found.forEach(characters::append);
    return characters.toString();
  }
}
