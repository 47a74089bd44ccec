import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { NodeProgress } from '#core/progress/node-progress.ts';
import { trendArrow } from '#core/share/trend-arrow.ts';

const SHAPES = { rising: '↗', falling: '↘', flat: '→' } as const;
const WORDS = { rising: 'trendUp', falling: 'trendDown', flat: 'trendFlat' } as const;
const COLOURS = { yes: 'good', no: 'bad', neither: 'mut' } as const;

/** Where a KPI has been heading: the arrow says which way, the colour whether that is welcome, and so do words. */
export function TrendMark({ node, progress }: { readonly node: NodeView; readonly progress: NodeProgress }) {
  const { t } = useTranslation('progress');
  const arrow = trendArrow(progress.trend, node.direction);
  if (!arrow) return null;
  const welcome = arrow.welcome === 'neither' ? '' : t(arrow.welcome === 'yes' ? 'trendWelcome' : 'trendUnwelcome');
  const words = `${t(WORDS[arrow.course])}${welcome}`;
  return (
    <span className={COLOURS[arrow.welcome]} title={words}>
      <span aria-hidden="true">{SHAPES[arrow.course]}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
