import type { NewAnnotation } from '../../ledger/annotation-store.ts';
import { EXHIBITIONS, LOOSENED, OUTAGE } from '../demo-days.ts';
import { DEMO_PLAN } from '../plan/plan-text.ts';

/** Notes on the charts. */
export const ANNOTATIONS: readonly NewAnnotation[] = [
  {
    plan: DEMO_PLAN,
    node: null,
    days: { from: LOOSENED, to: LOOSENED },
    text: 'MQL判定基準の見直し（60点→45点）',
    source: 'person',
    sourceId: null,
  },
  {
    plan: DEMO_PLAN,
    node: 'leads',
    days: OUTAGE,
    text: 'GA4の計測タグが外れ、サイトの数値なし（リード数はCRMの値）',
    source: 'person',
    sourceId: null,
  },
  ...EXHIBITIONS.map(
    (days): NewAnnotation => ({
      plan: DEMO_PLAN,
      node: 'leads',
      days,
      text: '経理・総務DX展に出展',
      source: 'campaign',
      sourceId: null,
    }),
  ),
];
