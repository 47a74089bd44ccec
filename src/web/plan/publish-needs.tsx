import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { WireProblem } from '#contract/problem.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { isInTheWay } from '#core/plan/publishable.ts';
import { isError } from '#core/problem/problem.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { useLang, useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import type { PlanEdit } from './edit-plan.ts';
import style from './publish-dialog.module.css';
import { StoredField } from './stored-field.tsx';
import type { Planning } from './use-planning.ts';

/** What a draft may leave open and a version may not, each settled where it is asked for. [PLN-43] */
export function PublishNeeds({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('design');
  const { checked } = planning;
  const open = checked?.check.problems.filter(found => isInTheWay(found) && !isError(found)) ?? [];
  if (open.length === 0) return null;
  return (
    <section className={style.needs}>
      <h3>
        <Pill tone="warn">{t('needs')}</Pill>
      </h3>
      {open.map(found => (
        <Need key={`${found.code} ${found.at.join('.')} ${found.line}`} found={found} planning={planning} />
      ))}
    </section>
  );
}

function Need({ found, planning }: { readonly found: WireProblem; readonly planning: Planning }) {
  const { t } = useTranslation('design');
  const say = useSay();
  const lang = useLang();
  const { desk, nodeOf, view } = planning;
  const node = nodeOf(String(found.at[1]));
  const goal = say(node?.name);
  if (found.code === 'owners-missing') return <Owners ids={idsOf(found)} planning={planning} />;
  if (found.code === 'deadline-missing' && node?.target && view) {
    const { to } = view.period;
    const value = `${node.target.text} by ${to}`;
    return (
      <div className={style.need}>
        <span>
          {t('needDeadline', { goal })} <b className="num">{node.target.text}</b>
        </span>
        <Button small onClick={() => void desk.edit({ kind: 'field', role: 'goal', node: node.id, field: 'target', value })}>
          {t('needDeadlineSet', { day: formatDay(to, lang) })}
        </Button>
      </div>
    );
  }
  if (found.code === 'population-missing' && node)
    return (
      <StoredField
        label={t('needPopulation', { goal })}
        hint={t('populationHint')}
        value=""
        onStore={value => void desk.edit({ kind: 'words', role: 'goal', node: node.id, field: 'population', lang, value })}
      />
    );
  const { id, to } = found.params;
  if (found.code === 'without-reason' && node && typeof to === 'string') {
    const index = node.supports.findIndex(support => support.to === to);
    const target = say(nodeOf(to)?.name ?? view?.factors.find(factor => factor.id === to)?.name) || to;
    return (
      <StoredField
        label={t('needReason', { name: goal, to: target })}
        value=""
        onStore={value => void desk.edit({ kind: 'influence', role: node.role, node: node.id, index, field: 'because', value })}
      />
    );
  }
  if (found.code === 'without-reason' && typeof id === 'string' && typeof to === 'string')
    return (
      <StoredField
        label={t('needReason', {
          name: say(view?.factors.find(factor => factor.id === id)?.name) || id,
          to: say(nodeOf(to)?.name) || to,
        })}
        value=""
        onStore={value => void desk.edit({ kind: 'factor-reason', factor: id, value })}
      />
    );
  return <p>{say(found.message)}</p>;
}

function Owners({ ids, planning }: { readonly ids: readonly string[]; readonly planning: Planning }) {
  const { t } = useTranslation('design');
  const say = useSay();
  const people = usePeople();
  const nodes = ids.flatMap(id => planning.nodeOf(id) ?? []);
  const options = [{ value: '', label: t('choose') }, ...people.active.map(({ id, name }) => ({ value: id, label: name }))];
  const owned = (node: NodeView, value: string): PlanEdit => ({
    kind: 'field',
    role: node.role,
    node: node.id,
    field: 'owner',
    value,
  });
  const choice = (label: string, onChoose: (owner: string) => void) => (
    <Field key={label} label={label}>
      {control => (
        <Select
          {...control}
          small
          value=""
          options={options}
          onChange={event => event.target.value !== '' && onChoose(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <div>
      <h4>{t('needOwners')}</h4>
      <div className={style.owners}>
        {nodes.length > 1 &&
          choice(
            t('needAllOwners'),
            owner => void planning.desk.edit({ kind: 'several', edits: nodes.map(node => owned(node, owner)) }),
          )}
        {nodes.map(node => choice(say(node.name), owner => void planning.desk.edit(owned(node, owner))))}
      </div>
    </div>
  );
}

function idsOf({ params }: WireProblem): readonly string[] {
  const { nodes } = params;
  return Array.isArray(nodes) ? nodes.map(String) : [];
}
