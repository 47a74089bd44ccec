import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { Planning } from '../plan/use-planning.ts';
import { useNodeWords } from '../progress/node-words.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import { agreeLabels } from './agree-labels.ts';
import style from './agreement.module.css';
import { type DividedPart, divideTarget, isDivisible, partTargets } from './divided-target.ts';

/** Divides a target between departments, brands or shops, where it can be. */
export function DivideTarget({ node, planning }: { readonly node: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('agree');
  const [isOpen, setOpen] = useState(false);
  if (!isDivisible(node)) return null;
  return (
    <>
      <Button small look="quiet" onClick={() => setOpen(true)}>
        {t('divide')}
      </Button>
      {isOpen && <DivideDialog node={node} planning={planning} onClose={() => setOpen(false)} />}
    </>
  );
}

const START: readonly DividedPart[] = [
  { name: '', weight: '1' },
  { name: '', weight: '1' },
];

function DivideDialog({
  node,
  planning,
  onClose,
}: {
  readonly node: NodeView;
  readonly planning: Planning;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('agree');
  const { t: ui } = useTranslation('ui');
  const say = useSay();
  const words = useNodeWords();
  const figures = useFigures();
  const [parts, setParts] = useState(START);
  const read = parts.map(({ name, weight }) => ({
    name: name.trim(),
    weight: weight.normalize('NFKC').replaceAll(',', '').trim(),
  }));
  const isNumber = (text: string) => /^\d{1,12}(\.\d{1,6})?$/.test(text);
  const amounts = read.every(({ weight }) => isNumber(weight)) ? partTargets(node, read) : undefined;
  const names = read.map(({ name }) => name);
  const isReady = amounts !== undefined && names.every(name => name !== '') && new Set(names).size === names.length;
  const of = { unit: node.unit, counter: node.counter };
  const set = (place: number, change: Partial<DividedPart>) =>
    setParts(parts.map((part, at) => (at === place ? { ...part, ...change } : part)));
  const divide = async () => {
    const taken = new Set([...(planning.view?.nodes ?? []), ...(planning.view?.factors ?? [])].map(({ id }) => id));
    const edit = divideTarget(node, read, taken, planning.view?.months.map(({ key }) => key) ?? []);
    if (!edit || !(await planning.desk.edit(edit))) return;
    showToast({ kind: 'good', text: agreeLabels.divided });
    onClose();
  };
  return (
    <Dialog
      title={t('divideTitle', { name: say(node.name) })}
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button look="main" disabled={!isReady} onClick={() => void divide()}>
            {t('divideDo')}
          </Button>
        </>
      }
    >
      <p className={style.intro}>{t('divideText', { target: words.target(node) })}</p>
      <ol className={style.parts}>
        {parts.map((part, place) => (
          <li key={place}>
            <Field label={t('partName', { place: place + 1 })}>
              {control => (
                <TextInput {...control} value={part.name} onChange={event => set(place, { name: event.target.value })} />
              )}
            </Field>
            <Field label={t('partWeight')}>
              {control => (
                <TextInput
                  {...control}
                  inputMode="decimal"
                  value={part.weight}
                  onChange={event => set(place, { weight: event.target.value })}
                />
              )}
            </Field>
            <output className="num">{amounts?.[place] === undefined ? '' : figures.value(Number(amounts[place]), of)}</output>
            <IconButton
              small
              icon="trash"
              name={t('partRemove', { place: place + 1 })}
              disabled={parts.length <= START.length}
              onClick={() => setParts(parts.filter((_, at) => at !== place))}
            />
          </li>
        ))}
      </ol>
      <Button small icon="plus" disabled={parts.length >= 30} onClick={() => setParts([...parts, { name: '', weight: '1' }])}>
        {t('partAdd')}
      </Button>
      {amounts === undefined && <p className="bad">{t('weightsBad')}</p>}
    </Dialog>
  );
}
