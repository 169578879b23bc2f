import type { EChartsCoreOption } from 'echarts/core';
import type { Language } from '../../i18n/language';
import type { PlacedGraph, PlacedNode } from '../../lib/linkgraph';
import type { Palette } from '../../lib/palette';
import { FONT } from '../../lib/theme';
import { thingName } from '../../lib/things';

/** Names of this many applicants can stand on a ring without lying on one another. */
const NAMED_APPLICANTS = 24;
const SYMBOLS: Record<string, string> = { applicant: 'circle', phone: 'roundRect', device: 'rect', payer: 'diamond', address: 'triangle' };

interface Words {
  filings: (count: number) => string;
  hub: string;
}

/** Text from data stands in a tooltip's markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.codePointAt(0) ?? 32)};`);
}

/** The graph as placed; hubs grey, what links people in the accent colour. */
export function graphOption(graph: PlacedGraph, palette: Palette, language: Language, words: Words): EChartsCoreOption {
  const applicants = graph.nodes.filter(({ type }) => type === 'applicant').length;
  const indexOf = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const heaviest = Math.max(...graph.edges.map(({ weight }) => weight), 0.01);
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    tooltip: {
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.borderStrong,
      textStyle: { color: palette.text, fontSize: 13 },
      extraCssText: 'max-width: 420px; white-space: normal;',
    },
    series: [
      {
        type: 'graph',
        layout: 'none',
        roam: true,
        scaleLimit: { min: 0.6, max: 6 },
        left: 90,
        right: 90,
        top: 30,
        bottom: 30,
        cursor: 'pointer',
        emphasis: { focus: 'adjacency', label: { show: true } },
        blur: { itemStyle: { opacity: 0.2 }, lineStyle: { opacity: 0.06 } },
        data: graph.nodes.map((node) => nodeItem(node, palette, language, applicants <= NAMED_APPLICANTS, words)),
        links: graph.edges.map((edge) => ({
          source: indexOf.get(edge.from),
          target: indexOf.get(edge.to),
          lineStyle: edge.hub
            ? { color: palette.borderStrong, type: 'dashed', width: 1, opacity: 0.6 }
            : { color: palette.accent, width: 0.6 + (edge.weight / heaviest) * 1.6, opacity: 0.35 },
          tooltip: { formatter: () => `${escaped(edge.why[language])}${edge.hub ? `<br>${escaped(words.hub)}` : ''}` },
        })),
      },
    ],
  };
}

/** Outwards for applicants; inwards for what stands at the edge of the picture. */
function labelSide(node: PlacedNode, applicant: boolean): string {
  if (applicant) {
    return node.x >= 0 ? 'right' : 'left';
  }
  return Math.abs(node.x) < 0.9 ? 'bottom' : node.x < 0 ? 'right' : 'left';
}

function nodeItem(node: PlacedNode, palette: Palette, language: Language, named: boolean, words: Words) {
  const applicant = node.type === 'applicant';
  const type = thingName(node.type)[language];
  const color = node.hub ? palette.textThird : applicant ? palette.fill.low : palette.fill.high;
  return {
    name: node.id,
    x: node.x * 160,
    y: node.y * 100,
    symbol: SYMBOLS[node.type] ?? 'roundRect',
    symbolSize: applicant ? 10 : 18,
    itemStyle: { color, borderColor: palette.surface, borderWidth: 1, opacity: node.hub ? 0.6 : 1 },
    label: {
      show: !applicant || named,
      position: labelSide(node, applicant),
      color: node.hub ? palette.textThird : palette.text,
      fontSize: 12,
      formatter: applicant ? node.label : `${type} ${node.label}`,
      backgroundColor: applicant ? 'transparent' : palette.surface,
      padding: [1, 3],
    },
    tooltip: { formatter: () => `${escaped(type)} <b>${escaped(node.label)}</b><br>${escaped(words.filings(node.filings))}${node.hub ? `<br>${escaped(words.hub)}` : ''}` },
  };
}
