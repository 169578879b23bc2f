import type { ItemCell } from '../../api/compliancetypes';
import { ResultLabel } from '../../components/compliance/Results';
import { VirtualRows } from '../../components/VirtualRows';
import { moveSelection } from '../../lib/queue';
import { useKey } from '../../state/keyboard';
import { usePreferences } from '../../state/preferences';

interface CellListProps {
  cells: readonly ItemCell[];
  chosen: string;
  onChoose: (object: string) => void;
}

/** The objects that the item is measured on; `j` and `k` go through them. */
export function CellList({ cells, chosen, onChoose }: CellListProps) {
  const { t } = usePreferences();
  const step = (by: 1 | -1) => {
    const next = moveSelection(cells.map(({ object }) => ({ id: object })), chosen, by);
    if (next !== null) {
      onChoose(next.id);
    }
  };
  useKey('j', () => { step(1); });
  useKey('k', () => { step(-1); });
  const row = (index: number) => {
    const cell = cells[index];
    return cell === undefined ? null : (
      <div id={`object-${cell.object}`} role="row" aria-selected={cell.object === chosen} className={cell.object === chosen ? 'cell-row queue-selected' : 'cell-row'} onClick={() => { onChoose(cell.object); }}>
        <span role="gridcell" className="cell">
          <bdi title={`${cell.objectName} (${cell.object})`}>{cell.objectName}</bdi>
        </span>
        <span role="gridcell" className="cell">
          <ResultLabel result={cell.result} />
          {cell.stale && <i className="cell-stale" title={t('compliance.stale')} />}
        </span>
      </div>
    );
  };
  return (
    <div className="cell-list" role="grid" aria-label={t('item.objects')} style={{ height: Math.min(12, cells.length) * 32 + 2 }}>
      <VirtualRows count={cells.length} selected={cells.findIndex(({ object }) => object === chosen)} row={row} tail={null} onNearEnd={() => undefined} label={t('item.objects')} activeId={`object-${chosen}`} resetKey="" />
    </div>
  );
}
