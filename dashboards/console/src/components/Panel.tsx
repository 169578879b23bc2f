import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useDelayed } from '../state/time';
import { Failure } from './Failure';

interface PanelProps {
  title: ReactNode;
  hint?: string;
  tools?: ReactNode;
  children: ReactNode;
  className?: string;
}

export function Panel({ title, hint, tools, children, className = '' }: PanelProps) {
  return (
    <section className={`panel ${className}`}>
      <header className="panel-head">
        <h2>{title}</h2>
        {hint !== undefined && <span className="panel-hint">{hint}</span>}
        {tools !== undefined && <div className="panel-tools">{tools}</div>}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  rows?: number;
  children: (data: T) => ReactNode;
}

/** Loading, failed or there: the three states that every panel has. */
export function Loaded<T>({ query, rows = 3, children }: LoadedProps<T>) {
  const waiting = useDelayed(query.isPending);
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  if (query.error !== null) {
    return <Failure compact cause={query.error} retry={() => void query.refetch()} />;
  }
  return waiting ? <Skeleton active title={false} paragraph={{ rows }} /> : null;
}

export function Nothing({ children }: { children: ReactNode }) {
  return <p className="nothing">{children}</p>;
}
