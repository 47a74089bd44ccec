import { Link } from '@tanstack/react-router';
import type { NodeView } from '#contract/plan-view.ts';
import { useSay } from '../ui/language.ts';
import style from './import.module.css';

/** Goals and KPIs in a row, each leading to its page. */
export function KpiLinks({ nodes }: { readonly nodes: readonly NodeView[] }) {
  const say = useSay();
  return (
    <ul className={style.kpis}>
      {nodes.map(node => (
        <li key={node.id}>
          <Link to="/progress/kpi/$node" params={{ node: node.id }}>
            {say(node.name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
