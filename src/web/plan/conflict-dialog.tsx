import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Loading } from '../ui/states.tsx';
import { ChangeList, useChangeWords } from './change-list.tsx';
import style from './conflict-dialog.module.css';
import type { PlanTexts } from './edit-plan.ts';
import type { DraftClash, Side } from './merge-drafts.ts';
import type { PlanChange } from './plan-changes.ts';
import type { PublishConflict } from './publish-dialog.tsx';
import { useComparedSides, useSettled } from './use-draft-comparison.ts';
import { VerdictChange } from './verdict-change.tsx';

/** Somebody else published first: what both changed goes together, and of each value both changed one is chosen. [PLN-82] */
export function ConflictDialog({
  conflict,
  busy,
  onSettle,
  onDrop,
  onClose,
}: {
  readonly conflict: PublishConflict;
  readonly busy: boolean;
  /** Publishes what was settled on top of theirs. */
  readonly onSettle: (texts: PlanTexts) => void;
  readonly onDrop: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('plan');
  const people = usePeople();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const sides = useComparedSides(conflict);
  const settled = useSettled(sides, chosen);
  const { number, author, reason } = conflict.theirs.version;
  const name = people.nameOf(author);
  const clashes = sides?.comparison.clashes ?? [];
  const keys = new Set(clashes.map(({ key }) => key));
  const open = clashes.filter(({ key }) => !chosen.has(key)).length;
  const isBlocked = settled !== undefined && !settled.checked.check.publishable;
  const rest = (changes: readonly PlanChange[]) => changes.filter(({ key }) => !keys.has(key));
  return (
    <Dialog
      wide
      title={t('conflictTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('conflictLater')}</Button>
          <Button look="quiet" onClick={onDrop}>
            {t('conflictDrop')}
          </Button>
          <Button look="main" busy={busy} disabled={!settled || isBlocked} onClick={() => settled && onSettle(settled.texts)}>
            {t('conflictPublish')}
          </Button>
        </>
      }
    >
      <p>{t(clashes.length > 0 ? 'conflictText' : 'conflictNoneText', { name, number })}</p>
      {reason && <blockquote className={style.reason}>{reason}</blockquote>}
      {!sides && <Loading lines={4} />}
      {sides && clashes.length > 0 && (
        <section className={style.clashes} aria-label={t('conflictBoth')}>
          <h3>
            {t('conflictBoth')}
            <span className={style.count}>{open > 0 ? t('conflictOpen', { count: open }) : t('conflictAllChosen')}</span>
          </h3>
          {clashes.map(clash => (
            <Clash
              key={clash.key}
              clash={clash}
              name={name}
              view={sides.view}
              chosen={chosen.get(clash.key)}
              onChoice={side => setChosen(new Map(chosen).set(clash.key, side))}
            />
          ))}
        </section>
      )}
      {sides && (
        <div className={style.sides}>
          <Changes title={t('conflictTheirs', { name })} changes={rest(sides.theirs)} view={sides.view} />
          <Changes title={t('conflictMine')} changes={rest(sides.mine)} view={sides.view} />
        </div>
      )}
      {sides && settled && (
        <div className={style.outcome}>
          <VerdictChange
            before={sides.before.check.goals}
            after={settled.checked.check.goals}
            nodeOf={id => settled.checked.view?.nodes.find(node => node.id === id)}
          />
          {isBlocked && <p className="bad">{t('conflictBlocked')}</p>}
        </div>
      )}
    </Dialog>
  );
}

/** One value, or one passage of the text, three ways: as it was, theirs, mine. */
function Clash({
  clash,
  name,
  view,
  chosen,
  onChoice,
}: {
  readonly clash: DraftClash;
  readonly name: string;
  readonly view: PlanView | null;
  readonly chosen: Side | undefined;
  readonly onChoice: (side: Side) => void;
}) {
  const { t } = useTranslation('plan');
  const words = useChangeWords(view);
  const isValue = clash.kind === 'value';
  const shown = (text: string) => (isValue ? text || t('nothing') : <pre>{text.trimEnd() || t('nothing')}</pre>);
  const value = (change: PlanChange, side: 'before' | 'after') =>
    words.values({ key: change.key, changes: [change] })[side] || t('nothing');
  const title = isValue
    ? `${words.subject(clash.mine)}${t('conflictOf')}${words.field({ key: clash.key, changes: [clash.mine] })}`
    : t(clash.file === 'yaml' ? 'conflictLines' : 'conflictCells');
  return (
    <fieldset className={style.clash}>
      <legend>{title}</legend>
      <div className={style.was}>
        <span>{t('conflictWas')}</span>
        {shown(isValue ? value(clash.mine, 'before') : clash.base)}
      </div>
      {(['theirs', 'mine'] as const).map(side => (
        <label key={side} className={style.choice}>
          <input type="radio" name={clash.key} checked={chosen === side} onChange={() => onChoice(side)} />
          <span>
            <small>{side === 'theirs' ? name : t('conflictMyself')}</small>
            <b>{shown(isValue ? value(clash[side], 'after') : clash[side])}</b>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Changes({
  title,
  changes,
  view,
}: {
  readonly title: string;
  readonly changes: readonly PlanChange[];
  readonly view: PlanView | null;
}) {
  const { t } = useTranslation('plan');
  return (
    <section className={style.side}>
      <h3>{title}</h3>
      {changes.length > 0 ? <ChangeList changes={changes} view={view} /> : <p className="mut">{t('conflictNoOthers')}</p>}
    </section>
  );
}
