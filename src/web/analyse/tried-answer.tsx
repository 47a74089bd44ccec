import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '#core/calendar/day.ts';
import type { ScenarioTable } from '#core/scenario/compare-scenarios.ts';
import { changedValue } from '#core/scenario/driver-change.ts';
import type { SeriesChart } from '#core/share/series-chart.ts';
import { actingMember } from '../app/acting.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { measureOf, useNodeWords } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { SeriesChartView } from '../ui/series-chart.tsx';
import { useStore } from '../ui/store.ts';
import { showToast } from '../ui/toasts.tsx';
import { AnswerCard } from './answer-card.tsx';
import { tidy } from './explained.ts';
import { monthName } from './month-name.ts';
import { SaveScenario } from './save-scenario.tsx';
import type { WhatIfProps } from './what-if-desk.tsx';
import { whatIfLabels } from './what-if-labels.ts';

/** What becomes of it: the sentence, the months, and where to take it from here. */
export function TriedAnswer(props: WhatIfProps & { readonly table: ScenarioTable | undefined }) {
  const { answer, node, stands, changes, table } = props;
  const { t } = useTranslation('whatIf');
  const figures = useFigures();
  const [isSaving, setSaving] = useState(false);
  const adopt = useAdopt(props);
  const of = measureOf(node);
  const base = answer.nodes.find(one => one.node === node.id)?.base;
  const tried = changes.length === 0 ? undefined : table?.nodes.find(one => one.node === node.id)?.scenarios[0];
  const count = answer.nodes.filter(({ isDriver }) => isDriver).length;
  const basis = [
    t('exactNote'),
    t(answer.base === 'plan' ? 'restsPlan' : 'restsActual', { count }),
    ...(tried?.steady === null || tried === undefined ? [] : [t('steadyIs', { value: figures.value(tidy(tried.steady), of) })]),
  ];
  const chart = useMemo(
    (): SeriesChart => ({
      axis: { kind: 'periods' },
      periods: answer.months.flatMap(key => {
        const day = parseDay(`${key}-01`);
        return day ? [{ from: day, to: day }] : [];
      }),
      lines: [
        { kind: 'plan', values: base?.months ?? [], unfinished: undefined },
        ...(tried ? [{ kind: 'actual' as const, values: tried.months, unfinished: undefined }] : []),
      ],
      marks: [],
    }),
    [answer, base, tried],
  );
  const names = { actual: t('after'), plan: t('before'), 'last-year': '', compared: '', forecast: '', estimate: '' };
  const { lang, calendar } = figures;
  const words = {
    names,
    axis: answer.months.map((key, place) => {
      const short = monthName(key, lang, calendar, 'short');
      return place === 0 || key.endsWith('-01') ? short : short.replace('月', '');
    }),
    full: answer.months.map(key => monthName(key, lang, calendar)),
  };
  const sentence = useTriedSentence(props);
  return (
    <>
      <AnswerCard sentence={sentence} basis={basis}>
        <Button look="main" disabled={changes.length === 0} busy={adopt.busy} onClick={() => void adopt.run()}>
          {t('adopt')}
        </Button>
        <Button disabled={changes.length === 0} onClick={() => setSaving(true)}>
          {t('save')}
        </Button>
      </AnswerCard>
      <Section title={t('byMonth')}>
        <SeriesChartView chart={chart} of={of} words={words} summary={sentence} height={230} zero={node.time === 'flow'} />
      </Section>
      {isSaving && <SaveScenario plan={stands.view.id} changes={changes} onClose={() => setSaving(false)} />}
    </>
  );
}

/** The changes and what they do, as one would say it. */
function useTriedSentence({ answer, node, changes, stands, table }: Parameters<typeof TriedAnswer>[0]): string {
  const { t } = useTranslation('whatIf');
  const say = useSay();
  const figures = useFigures();
  const words = useNodeWords();
  const of = measureOf(node);
  const name = say(node.name);
  const before = answer.nodes.find(one => one.node === node.id)?.base.period;
  const after = table?.nodes.find(one => one.node === node.id)?.scenarios[0]?.period;
  if (before === null || before === undefined) return t('unknown');
  const goal = answer.goals.find(one => one.node === node.id);
  const value = (number: number) => figures.value(tidy(number), of);
  const is = changes.length === 0 ? before : (after ?? before);
  const short = goal?.atLeast !== null && goal?.atLeast !== undefined && is < goal.atLeast ? goal.atLeast - is : undefined;
  const over = goal?.atMost !== null && goal?.atMost !== undefined && is > goal.atMost ? is - goal.atMost : undefined;
  const gap = short ?? over;
  const target = words.target(node);
  const verdict =
    target === '' ? '' : gap === undefined ? t('meets', { target }) : t('missesTarget', { target, gap: value(gap) });
  const between = figures.lang === 'ja' ? '' : ' ';
  if (changes.length === 0) return `${t('nothingTried', { name, value: value(before) })}${between}${verdict}`;
  const parts = changes.map(change => {
    const row = answer.nodes.find(one => one.node === change.node);
    const level = row?.base.months.findLast(one => one !== null);
    const shown = say(row?.name) || change.node;
    if (!row || typeof level !== 'number') return shown;
    const measure = { unit: row.unit, counter: stands.nodeOf(row.node)?.counter ?? null };
    const to = figures.value(tidy(changedValue(level, change)), measure);
    return figures.lang === 'ja' ? `${shown}を${to}` : `${shown} at ${to}`;
  });
  const change = figures.difference(tidy(is - before), of);
  const relative = before === 0 ? '' : `${figures.lang === 'ja' ? '、' : ', '}${signedPercent(is / before - 1)}`;
  const sentence = t('tried', {
    changes: parts.join(figures.lang === 'ja' ? '、' : ', '),
    name,
    before: value(before),
    after: value(is),
    change: `${change}${relative}`,
  });
  return `${sentence}${between}${verdict}`;
}

export function signedPercent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  return rounded < 0 ? `−${Math.abs(rounded)}%` : `+${rounded}%`;
}

/** Writes the changes into the draft of whoever acts, and goes there. */
function useAdopt({ stands, changes }: WhatIfProps) {
  const navigate = useNavigate();
  const member = useStore(actingMember);
  const plan = stands.view.id;
  const asked = useAnswer('plan', { plan }, { when: member !== '' });
  const { run, busy } = useAction('adoptChanges');
  return {
    busy,
    run: async () => {
      const answer = await run({ plan, body: { changes, revision: asked.data?.draft?.revision ?? 0 } });
      if (!succeeded(answer)) return;
      const { adopted, problems } = answer.value;
      const [left] = problems;
      const fill = (
        label: { readonly ja: string; readonly en: string },
        key: string,
        by: { readonly ja: string; readonly en: string },
      ) => ({
        ja: label.ja.replace(`{{${key}}}`, by.ja),
        en: label.en.replace(`{{${key}}}`, by.en),
      });
      const count = String(adopted.length);
      if (left) showToast({ kind: 'bad', text: fill(whatIfLabels.adoptedPart, 'why', left.message) });
      else showToast({ kind: 'good', text: fill(whatIfLabels.adopted, 'count', { ja: count, en: count }) });
      if (adopted.length > 0) void navigate({ to: '/plan' });
    },
  };
}
