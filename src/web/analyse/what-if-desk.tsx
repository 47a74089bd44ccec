import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { NodeView } from '#contract/plan-view.ts';
import type { WhatIfAnswer } from '#contract/scenario.ts';
import type { DriverChange } from '#core/scenario/driver-change.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { ChainEffect } from './chain-effect.tsx';
import { DriverSliders } from './driver-sliders.tsx';
import { GoalSeek } from './goal-seek.tsx';
import { ScenarioTable } from './scenario-table.tsx';
import { TornadoPicture } from './tornado-picture.tsx';
import { TriedAnswer } from './tried-answer.tsx';
import { changesIn, changesText } from './tried-changes.ts';
import { useTried } from './use-tried.ts';
import style from './what-if.module.css';

/** What every part of the page needs. */
export interface WhatIfProps {
  readonly answer: WhatIfAnswer;
  /** What is looked at: a goal, or another node with a formula. */
  readonly node: NodeView;
  readonly stands: Stands;
  readonly changes: readonly DriverChange[];
  readonly onChanges: (changes: readonly DriverChange[]) => void;
}

const WRITE_AFTER = 300;

/** Sliders at the left, what becomes of it at the right; below, the scenarios beside each other and the questions the other way round. */
export function WhatIfDesk({ answer, node, stands }: Pick<WhatIfProps, 'answer' | 'node' | 'stands'>) {
  const { changes, setChanges } = useChangesInAddress();
  const kept = useAnswer('scenarios', { plan: stands.view.id }).data?.scenarios;
  const known = useMemo(() => {
    const drivers = new Set(answer.nodes.filter(({ isDriver }) => isDriver).map(one => one.node));
    return changes.filter(change => drivers.has(change.node));
  }, [answer, changes]);
  const { better, worse } = useMemo(() => allAtOnce(answer, node.id), [answer, node.id]);
  const scenarios = useMemo(() => [known, better, worse, ...(kept ?? []).map(one => one.changes)], [known, better, worse, kept]);
  const { tried, isBehind } = useTried(answer, scenarios);
  const props: WhatIfProps = { answer, node, stands, changes: known, onChanges: setChanges };
  const shown = { ...props, answer: tried?.base ?? answer, changes: tried?.scenarios[0] ?? [], table: tried?.table };
  return (
    <>
      <div className={style.desk}>
        <DriverSliders {...props} />
        <div className={style.results} aria-busy={isBehind}>
          <TriedAnswer {...shown} />
        </div>
      </div>
      <ScenarioTable {...shown} kept={kept ?? []} />
      <TornadoPicture {...props} />
      <div className={style.pair}>
        <GoalSeek {...props} />
        <ChainEffect {...props} />
      </div>
    </>
  );
}

/** The changes being tried: at once on screen, a moment later in the address. */
function useChangesInAddress() {
  const navigate = useNavigate();
  const { try: text } = useSearch({ from: '/analysis/what-if' });
  const [changes, setChanges] = useState(() => changesIn(text));
  const [seen, setSeen] = useState(text);
  const [sent, setSent] = useState(text ?? '');
  const written = changesText(changes);
  if (text !== seen) {
    setSeen(text);
    if ((text ?? '') !== sent) {
      // Somebody followed a link or went back.
      setSent(text ?? '');
      setChanges(changesIn(text));
    }
  }
  useEffect(() => {
    if (written === sent) return undefined;
    const timer = setTimeout(() => {
      setSent(written);
      void navigate({
        to: '/analysis/what-if',
        search: previous => ({ ...previous, try: written === '' ? undefined : written }),
        replace: true,
        resetScroll: false,
      });
    }, WRITE_AFTER);
    return () => clearTimeout(timer);
  }, [written, sent, navigate]);
  return { changes, setChanges };
}

const ALL_BY = 0.1;

/** Every driver of a node a tenth better, as far as it can be, and a tenth worse. */
function allAtOnce({ tornado, elasticities }: WhatIfAnswer, node: string) {
  const by = (sign: 1 | -1) =>
    tornado.map(({ driver, low, high }): DriverChange => {
      const slope = elasticities.find(one => one.driver === driver && one.node === node)?.steady ?? 1;
      const end = slope * sign >= 0 ? high : low;
      const most = Math.max(-ALL_BY, Math.min(ALL_BY, end.by));
      return { node: driver, mode: 'relative', value: String(most) };
    });
  return { better: by(1), worse: by(-1) };
}
