import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { WireProblem } from '#contract/problem.ts';
import { fieldProblems } from '../app/field-problems.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/language.ts';
import style from './own-metric.module.css';
import { OwnMetricCounting } from './own-metric-counting.tsx';
import { fieldsOf, type OwnMetricDraft, ownMetricId } from './own-metric-draft.ts';
import { ownMetricLabels } from './own-metric-labels.ts';
import { OwnMetricMeaning } from './own-metric-meaning.tsx';
import { needsOf } from './own-metric-needs.ts';
import { OwnMetricSource } from './own-metric-source.tsx';
import { OwnMetricUse } from './own-metric-use.tsx';

/** What every part of the form gets. */
export interface OwnMetricPart {
  readonly draft: OwnMetricDraft;
  readonly set: (change: Partial<OwnMetricDraft>) => void;
  /** What is wrong with a field, in words. */
  readonly of: (field: string) => string | undefined;
  readonly known: ResponseOf<Api['catalogue']>;
}

export interface OwnMetricFormProps {
  readonly start: OwnMetricDraft;
  /** Absent for a new metric. */
  readonly id?: string;
  /** Number of the version of metrics.yaml that is changed. */
  readonly base: number;
  readonly known: OwnMetricPart['known'];
  readonly onStored: (metric: string) => void;
  readonly onCancel: () => void;
}

/** Says all about a metric of one's own, with the fields the catalogue's have. */
export function OwnMetricForm({ start, id, base, known, onStored, onCancel }: OwnMetricFormProps) {
  const { t } = useTranslation('own');
  const say = useSay();
  const put = useAction('putOwnMetric');
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<readonly WireProblem[]>([]);
  const [isTried, setTried] = useState(false);
  const needs = needsOf(draft);
  const wrong = fieldProblems(problems, say);
  const of = (field: string) => {
    const need = isTried ? needs[field] : undefined;
    return need ? t(need) : wrong(field);
  };
  const toFirst = () => requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  const store = async () => {
    setTried(true);
    setProblems([]);
    if (Object.keys(needs).length > 0) {
      toFirst();
      return;
    }
    const metric = id ?? ownMetricId(draft, known.metrics);
    const answer = await put.run({ metric, body: { base, fields: fieldsOf(draft, known.metrics, known.things) } });
    const onProblems = (found: readonly WireProblem[]) => {
      setProblems(found);
      toFirst();
      return found.filter(({ at }) => !SHOWN.some(field => at.includes(field)));
    };
    const text = id === undefined ? ownMetricLabels.stored : ownMetricLabels.changed;
    if (succeeded(answer, { toast: { kind: 'good', text }, onProblems })) onStored(answer.value.metric);
  };
  const part: OwnMetricPart = { draft, set: change => setDraft({ ...draft, ...change }), of, known };
  return (
    <form
      className={style.form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void store();
      }}
    >
      {id === undefined && <p className={style.lead}>{t('lead')}</p>}
      <OwnMetricMeaning {...part} />
      <OwnMetricCounting {...part} />
      <OwnMetricUse {...part} id={id} />
      <OwnMetricSource {...part} />
      <div className={style.bar}>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button look="main" type="submit" busy={put.busy}>
          {t(id === undefined ? 'store' : 'change')}
        </Button>
      </div>
    </form>
  );
}

/** Fields that show their own problems. */
const SHOWN = ['name', 'meaning', 'unit', 'formula', 'things', 'pair', 'guardrail', 'follows', 'lag-days', 'benchmark'];
