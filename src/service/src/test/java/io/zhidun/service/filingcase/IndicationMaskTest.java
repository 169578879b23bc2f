package io.zhidun.service.filingcase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class IndicationMaskTest {
  @Test
  void masksAPersonInEveryTextThatNamesThem() {
    ObjectNode masked =
        IndicationMask.apply(
            Wire.object(
                """
                {"subject":{"type":"applicant","key":"王小明","name":"王小明"},
                 "members":[{"key":"李大方","name":"李大方"},{"key":"91330100MA27AAAAAA","name":"杭州云图有限公司"}],
                 "evidence":[{"type":"link","a":"李大方","aName":"李大方","b":"91330100MA27AAAAAA","bName":"杭州云图有限公司"},
                   {"type":"mark-sale","assignee":"孙四五","applicant":"杭州云图有限公司","mark":"周六福"},
                   {"type":"inventor-spread","inventor":"赵一","inventors":["钱二三"]}],
                 "explanation":{"zh":"王小明与李大方共用电话，发明人赵一、钱二三","en":"王小明 and 李大方 share a phone"}}
                """));

    assertThat(masked.toString())
        .doesNotContain("小明", "大方", "赵一", "二三", "四五")
        .contains("杭州云图有限公司", "孙**", "周六福", "王**与李**共用电话，发明人赵**、钱**");
  }

  @Test
  void leavesOrganisationsAsTheyAre() {
    String text =
        "{\"subject\":{\"type\":\"group\",\"key\":\"g1\",\"name\":\"云图等 3 家\"},\"explanation\":{\"zh\":\"共用电话\"}}";

    assertThat(IndicationMask.apply(Wire.object(text)).toString()).isEqualTo(text);
  }
}
