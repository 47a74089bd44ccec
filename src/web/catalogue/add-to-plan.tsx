import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricEntry } from '#contract/catalogue.ts';
import { usePeople } from '../app/workspace-context.ts';
import type { Planning } from '../plan/use-planning.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import { catalogueLabels } from './catalogue-labels.ts';

/** Takes a metric into the draft of the current plan; where it is one of its KPIs already, leads there. */
export function AddToPlan({
  metric,
  planning,
  small = false,
}: {
  readonly metric: MetricEntry;
  /** Undefined: there is no plan, or it is not known yet. */
  readonly planning: Planning | undefined;
  readonly small?: boolean;
}) {
  const { t } = useTranslation('catalogue');
  const say = useSay();
  const [isAsked, setAsked] = useState(false);
  if (!planning) return null;
  const node = planning.view?.nodes.find(one => one.metric === metric.id || one.id === metric.id);
  if (node)
    return (
      <Link
        to="/plan"
        search={previous => ({ ...previous, node: node.id })}
        className={buttonClass(small ? 'quiet' : 'plain', small)}
        title={t('toTree')}
      >
        {t('already')}
      </Link>
    );
  return (
    <>
      <Button
        small={small}
        look={small ? 'plain' : 'main'}
        icon="plus"
        aria-label={t('addNamed', { name: say(metric.name) })}
        onClick={() => setAsked(true)}
      >
        {t('add')}
      </Button>
      {isAsked && <AddDialog metric={metric} planning={planning} onClose={() => setAsked(false)} />}
    </>
  );
}

function AddDialog({
  metric,
  planning,
  onClose,
}: {
  readonly metric: MetricEntry;
  readonly planning: Planning;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('catalogue');
  const say = useSay();
  const people = usePeople();
  const [fields, setFields] = useState({ under: '', target: '', owner: '' });
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    const target = fields.target.trim() || '未定';
    const done = await planning.desk.edit({ kind: 'add', node: metric.id, fields: { ...fields, target } });
    setBusy(false);
    if (!done) return;
    showToast({ kind: 'good', text: catalogueLabels.added });
    onClose();
  };
  return (
    <Dialog
      title={t('addNamed', { name: say(metric.name) })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="main" busy={busy} onClick={() => void add()}>
            {t('add')}
          </Button>
        </>
      }
    >
      <p>{t('addText', { plan: say(planning.answer.plan.name) })}</p>
      <Field label={t('addTarget')} hint={t('addTargetHint', { example: exampleOf(metric) })}>
        {control => (
          <TextInput
            {...control}
            autoFocus
            autoComplete="off"
            value={fields.target}
            onChange={event => setFields({ ...fields, target: event.target.value })}
            onKeyDown={event => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
            }}
          />
        )}
      </Field>
      <Field label={t('addUnder')}>
        {control => (
          <Select
            {...control}
            value={fields.under}
            options={[
              { value: '', label: t('addUnderNone') },
              ...(planning.view?.factors ?? []).map(({ id, name }) => ({ value: id, label: say(name) })),
            ]}
            onChange={event => setFields({ ...fields, under: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('addOwner')}>
        {control => (
          <Select
            {...control}
            value={fields.owner}
            options={[{ value: '', label: t('noOwner') }, ...people.active.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={event => setFields({ ...fields, owner: event.target.value })}
          />
        )}
      </Field>
    </Dialog>
  );
}

/** A target as one would type it. */
function exampleOf({ unit, aggregation }: MetricEntry): string {
  switch (unit.kind) {
    case 'ratio':
      return '30%';
    case 'money':
      return unit.per === undefined ? '300万円 per month' : '15,000円';
    case 'count':
      return aggregation === 'sum' || aggregation === 'distinct' ? '200 per month' : '5,000';
    case 'duration':
      return unit.in === 'business-days' ? '5 business days' : `5 ${unit.in}`;
    case 'score':
      return '4.2';
    case 'rank':
      return '10';
    case 'multiple':
      return '3';
  }
}
