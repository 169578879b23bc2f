package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Documents of a simulated system, so that there is something to back up and to bring back. All
 * that they say is invented; the same asset gets the same documents, and those that are there stay
 * as they are.
 */
record DemoDocuments(String asset) {
  private static final int DOCUMENTS = 48;
  private static final int PARAGRAPHS = 40;
  private static final List<String> SUBJECTS =
      List.of("壳体", "传感器", "齿轮组", "滤芯", "导流板", "电极片", "锁止机构", "保温层");
  private static final List<String> DEEDS =
      List.of("固定在支架的内侧", "与控制单元电连接", "沿轴向可滑动地设置", "由弹性件压紧", "间隔均匀地布置");

  /** Writes what is missing into a folder, which is made. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (int number = 1; number <= DOCUMENTS; number++) {
      Path file = folder.resolve(String.format(Locale.ROOT, "%s-%04d.txt", asset, number));
      try {
        Files.writeString(file, text(number), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
    }
  }

  private String text(int number) {
    RandomGenerator random = new Random(asset.hashCode() * 31L + number);
    StringBuilder text = new StringBuilder("演示文件 ").append(asset).append(" 第 ").append(number);
    text.append(" 号，内容均为虚构。\n\n");
    for (int i = 1; i <= PARAGRAPHS; i++) {
      text.append("[%04d] ".formatted(i))
          .append(pick(SUBJECTS, random))
          .append(pick(DEEDS, random))
          .append("，间距为 ")
          .append(random.nextInt(3, 900))
          .append(" 微米。\n");
    }
    return text.toString();
  }

  private static String pick(List<String> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }
}
