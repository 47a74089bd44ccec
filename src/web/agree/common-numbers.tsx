import { useTranslation } from 'react-i18next';
import { misalignments } from '#core/agree/alignment.ts';
import { usePeople } from '../app/workspace-context.ts';
import type { Planning } from '../plan/use-planning.ts';
import { Section } from '../ui/card.tsx';
import { useSay } from '../ui/language.ts';
import { Fine } from '../ui/states.tsx';
import style from './agreement.module.css';
import { ownedNodes } from './owned-nodes.ts';

/** Departments that chase numbers which pull different ways, and the one they could share. */
export function CommonNumbers({ planning }: { readonly planning: Planning }) {
  const { t } = useTranslation('agree');
  const say = useSay();
  const people = usePeople();
  const nameOf = (id: string) => say(planning.nodeOf(id)?.name) || id;
  const namesOf = (ids: readonly string[]) => ids.map(nameOf).join(say({ ja: '・', en: ', ' }));
  const found = misalignments(
    ownedNodes(planning.view),
    member => people.all.find(({ id }) => id === member)?.department ?? null,
  );
  return (
    <Section title={t('common')}>
      {found.length === 0 && <Fine>{t('commonFine')}</Fine>}
      {found.map(({ goal, amounts, rates, between }) => (
        <div key={`${goal} ${amounts.department} ${rates.department}`} className={style.apart}>
          <p>
            {t('apart', {
              a: amounts.department,
              amounts: namesOf(amounts.nodes),
              b: rates.department,
              rates: namesOf(rates.nodes),
            })}
          </p>
          <p className="mut">{between === null ? t('proposeHandOver') : t('proposeCommon', { name: nameOf(between) })}</p>
        </div>
      ))}
    </Section>
  );
}
