package io.zhidun.stream.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final List<Integer> taken = new ArrayList<>();
  private int requests;
  private int away;

  @Test
  void oneThatIsRefusedTakesNoOtherWithIt() throws InterruptedException {
    Delivery delivery = new Delivery(this::write, attempt -> true);

    assertThat(delivery.deliver(samples(1_000))).isEqualTo(2);

    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 1_000).filter(DeliveryTest::isGood).boxed().toList());
    assertThat(requests).isLessThan(50);
  }

  @Test
  void whileTheStoreIsAwayItIsTriedAgain() throws InterruptedException {
    away = 5;
    List<Integer> attempts = new ArrayList<>();
    Delivery delivery = new Delivery(this::write, attempts::add);

    assertThat(delivery.deliver(samples(5))).isZero();

    assertThat(attempts).containsExactly(0, 1, 2, 3, 4);
    assertThat(taken).hasSize(5);
  }

  @Test
  void whenWaitingEndsNotAllIsDelivered() throws InterruptedException {
    away = 1;
    Delivery delivery = new Delivery(this::write, attempt -> false);

    assertThat(delivery.deliver(samples(5))).isEqualTo(-1);
    assertThat(delivery.deliver(List.of())).isZero();
  }

  private SeriesStore.Answer write(List<byte[]> series) {
    requests++;
    if (away > 0) {
      away--;
      return SeriesStore.Answer.AWAY;
    }
    List<Integer> numbers = series.stream().map(each -> each[0] << 8 | each[1] & 0xff).toList();
    if (!numbers.stream().allMatch(DeliveryTest::isGood)) {
      return SeriesStore.Answer.REFUSED;
    }
    taken.addAll(numbers);
    return SeriesStore.Answer.TAKEN;
  }

  private static boolean isGood(int number) {
    return number != 7 && number != 600;
  }

  private static List<byte[]> samples(int count) {
    return IntStream.range(0, count).mapToObj(i -> new byte[] {(byte) (i >> 8), (byte) i}).toList();
  }
}
