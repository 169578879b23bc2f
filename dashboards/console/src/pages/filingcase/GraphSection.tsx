import { ApartmentOutlined, TableOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { GraphChart } from 'echarts/charts';
import { use as register } from 'echarts/core';
import { useMemo, useState } from 'react';
import { fetchGraph } from '../../api/filingcases';
import type { LinkEdge, LinkGraph } from '../../api/filingtypes';
import { Heads } from '../../components/Heads';
import { Loaded } from '../../components/Panel';
import { Section } from '../../components/Section';
import { say } from '../../i18n/translate';
import { aroundNode, placeGraph } from '../../lib/linkgraph';
import { formatCount } from '../../lib/numbers';
import { DARK, LIGHT } from '../../lib/palette';
import { thingName } from '../../lib/things';
import { keys } from '../../state/keys';
import { usePreferences } from '../../state/preferences';
import { Chart } from '../overview/Chart';
import { graphOption } from './graphOption';

register([GraphChart]);

/** Who is linked to whom, by what, and which links do not count. */
export function GraphSection({ caseId }: { caseId: string }) {
  const { t } = usePreferences();
  const [table, setTable] = useState(false);
  const [only, setOnly] = useState<string | null>(null);
  const query = useQuery({ queryKey: keys.caseGraph(caseId), queryFn: ({ signal }) => fetchGraph(caseId, signal), staleTime: 30_000 });
  const node = query.data?.nodes.find(({ id }) => id === only);
  return (
    <Section
      title={t('filing.graph')}
      aside={
        <>
          {node !== undefined && (
            <>
              <span>{t('filing.graph.only', { name: node.label })}</span>
              <Button size="small" onClick={() => { setOnly(null); }}>
                {t('filing.graph.whole')}
              </Button>
            </>
          )}
          <Button size="small" type="text" icon={table ? <ApartmentOutlined /> : <TableOutlined />} onClick={() => { setTable(!table); }}>
            {table ? t('filing.graph.asChart') : t('filing.graph.asTable')}
          </Button>
        </>
      }
    >
      <Loaded query={query} rows={8}>
        {(whole) => {
          if (whole.edges.length === 0) {
            return <p className="nothing">{t('filing.graph.none')}</p>;
          }
          const graph = node === undefined ? whole : aroundNode(whole, node.id);
          return table ? <GraphTable graph={graph} onNode={setOnly} /> : <Picture graph={graph} onNode={setOnly} />;
        }}
      </Loaded>
    </Section>
  );
}

function Picture({ graph, onNode }: { graph: LinkGraph; onNode: (id: string) => void }) {
  const { t, theme, language } = usePreferences();
  const placed = useMemo(() => placeGraph(graph), [graph]);
  const option = useMemo(
    () => graphOption(placed, theme === 'dark' ? DARK : LIGHT, language, { filings: (n) => t('filing.graph.filings', { n }), hub: t('filing.graph.hub') }),
    [placed, theme, language, t],
  );
  return (
    <>
      <Chart
        option={option}
        height="440px"
        label={t('filing.graph.label', { nodes: graph.nodes.length, edges: graph.edges.length })}
        onClick={({ dataIndex, dataType }) => {
          const clicked = dataType === 'node' ? placed.nodes[dataIndex] : undefined;
          if (clicked !== undefined) {
            onNode(clicked.id);
          }
        }}
      />
      <p className="soft">
        {t('filing.graph.hint')}
        {graph.edges.some(({ hub }) => hub) && ` · ${t('filing.graph.hubs')}`}
        {placed.omitted > 0 && ` · ${t('filing.graph.others', { n: formatCount(placed.omitted) })}`}
      </p>
    </>
  );
}

function GraphTable({ graph, onNode }: { graph: LinkGraph; onNode: (id: string) => void }) {
  const { t } = usePreferences();
  const edges = graph.edges.toSorted((a, b) => Number(a.hub) - Number(b.hub) || b.weight - a.weight);
  return (
    <div className="events graph-table" tabIndex={0} aria-label={t('filing.graph')}>
      <table>
        <Heads
          of={[
            t('filing.graph.from'),
            t('filing.graph.to'),
            [t('filing.graph.weight'), 'graph-weight number'],
            [t('filing.graph.counted'), 'graph-counted'],
            [t('filing.graph.why'), 'graph-why'],
          ]}
        />
        <tbody>
          {edges.map((edge) => (
            <EdgeRow key={`${edge.from} ${edge.to}`} edge={edge} graph={graph} onNode={onNode} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EdgeRow({ edge, graph, onNode }: { edge: LinkEdge; graph: LinkGraph; onNode: (id: string) => void }) {
  const { t, language } = usePreferences();
  const end = (id: string) => {
    const node = graph.nodes.find((each) => each.id === id);
    const type = node === undefined || node.type === 'applicant' ? '' : `${say(thingName(node.type), language)} `;
    return (
      <button type="button" className="link" onClick={() => { onNode(id); }}>
        <span className="soft">{type}</span>
        <bdi>{node?.label ?? id}</bdi>
      </button>
    );
  };
  return (
    <tr className={edge.hub ? 'edge-hub' : ''}>
      <td>{end(edge.from)}</td>
      <td>{end(edge.to)}</td>
      <td className="number">{edge.weight.toFixed(2)}</td>
      <td>{edge.hub ? t('filing.graph.counted.no') : t('filing.graph.counted.yes')}</td>
      <td title={say(edge.why, language)}><bdi>{say(edge.why, language)}</bdi></td>
    </tr>
  );
}
