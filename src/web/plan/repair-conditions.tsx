import { useTranslation } from 'react-i18next';
import type { Fix } from '#contract/check.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { parseValue } from '#core/text/parse-value.ts';
import { Checkbox, Select, TextInput } from '../ui/field.tsx';
import style from './repair.module.css';
import { type Condition, USUAL } from './repair-request.ts';
import { useFixWords } from './use-fix-words.ts';
import type { Planning } from './use-planning.ts';

/** Which targets may be changed, how far, and how easily. */
export function RepairConditions({
  fixes,
  planning,
  conditions,
  onChange,
}: {
  readonly fixes: readonly Fix[];
  readonly planning: Planning;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly onChange: (conditions: ReadonlyMap<string, Condition>) => void;
}) {
  const { t } = useTranslation('repair');
  const { t: plan } = useTranslation('plan');
  const words = useFixWords(planning);
  const set = (node: string, change: Partial<Condition>) =>
    onChange(new Map([...conditions, [node, { ...(conditions.get(node) ?? USUAL), ...change }]]));
  if (fixes.length === 0) return null;
  return (
    <details className={style.conditions} open>
      <summary>{t('conditions')}</summary>
      <p className={style.note}>{t('conditionsNote')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('free')}</th>
            <th scope="col">{plan('planned')}</th>
            <th scope="col">{t('limit')}</th>
            <th scope="col">{t('ease')}</th>
          </tr>
        </thead>
        <tbody>
          {fixes.map(fix => {
            const name = words.name(fix);
            const { isFree, limit, ease } = conditions.get(fix.node) ?? USUAL;
            const unit = planning.nodeOf(fix.node)?.unit;
            const isBad = unit !== undefined && limit.trim() !== '' && !isLimit(limit, unit);
            return (
              <tr key={fix.node}>
                <th scope="row">
                  <Checkbox
                    checked={isFree}
                    aria-label={t('freeOf', { name })}
                    onChange={event => set(fix.node, { isFree: event.target.checked })}
                  >
                    {name}
                  </Checkbox>
                </th>
                <td className="num">{words.planned(fix)}</td>
                <td>
                  <span className={style.bound}>
                    <TextInput
                      small
                      aria-label={t('limitOf', { name })}
                      aria-invalid={isBad || undefined}
                      title={isBad ? t('limitBad') : undefined}
                      value={limit}
                      disabled={!isFree}
                      autoComplete="off"
                      onChange={event => set(fix.node, { limit: event.target.value })}
                    />
                    <small>{t(fix.factor >= 1 ? 'upTo' : 'downTo')}</small>
                  </span>
                </td>
                <td>
                  <Select
                    small
                    aria-label={t('easeOf', { name })}
                    value={ease}
                    disabled={!isFree}
                    options={(['easy', 'usual', 'hard'] as const).map(value => ({ value, label: t(value) }))}
                    onChange={event => set(fix.node, { ease: easeOf(event.target.value) })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

function isLimit(text: string, unit: NodeView['unit']): boolean {
  const read = parseValue(text, unit);
  return read.ok && Number(read.value.value) > 0;
}

function easeOf(value: string): Condition['ease'] {
  return value === 'easy' || value === 'hard' ? value : 'usual';
}
