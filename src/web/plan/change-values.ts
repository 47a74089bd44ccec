import { useTranslation } from 'react-i18next';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { parseDay } from '#core/calendar/day.ts';
import type { Duration } from '#core/calendar/duration.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { parseLag, sharesOfLag } from '#core/plan/lag.ts';
import type { Text } from '#core/text/text.ts';
import { usePeople } from '../app/workspace-context.ts';
import { measureOf, useNodeWords } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { type Level, levelChange } from './level-words.ts';
import { lightsText } from './lights-text.ts';
import type { PlanChange } from './plan-changes.ts';
import { RHYTHM_LABELS } from './rhythm-labels.ts';
import { useSupportWords } from './support-words.ts';
import { useWorkingWords } from './use-working-words.ts';

export interface ChangeValues {
  readonly before: string;
  readonly after: string;
}

/** What a change was and is, in the reader's words and units; empty where there is nothing. [SCR-43] */
export function useChangeValues(view: PlanView | null): (change: PlanChange) => ChangeValues {
  const { t } = useTranslation('plan');
  const { t: app } = useTranslation('app');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const nodeWords = useNodeWords();
  const nameOf = (id: string) => say([...(view?.nodes ?? []), ...(view?.factors ?? [])].find(one => one.id === id)?.name) || id;
  const supports = useSupportWords(nameOf);
  const working = useWorkingWords();
  const separator = say({ ja: '、', en: ', ' });
  const levels = (
    change: PlanChange,
    { before, after }: NonNullable<PlanChange['nodes']>,
    of: (node: NodeView) => Level | null,
  ) => {
    const words = levelChange(of(before), of(after), {
      lang: figures.lang,
      value: value => figures.value(value, measureOf(after)),
      day: day => formatDay(day, figures.lang),
      isDown: after.direction === 'down',
    });
    // Two spellings of one amount differ only as they were written.
    return words.before === words.after ? { before: written(change.before), after: written(change.after) } : words;
  };
  const written = (value: Text | string) => (typeof value === 'string' ? value : say(value));
  const lag = (text: string) => {
    const read = parseLag(text);
    if (!read.ok) return text;
    const lengthOf = ({ amount, in: unit }: Duration) =>
      figures.value(String(amount), { unit: { kind: 'duration', in: unit }, counter: null });
    const length = sharesOfLag(read.lag)
      .map(({ share, takes }, _, all) =>
        all.length === 1 ? lengthOf(takes) : `${lengthOf(takes)} ${figures.percent(Number(share), 0)}`,
      )
      .join(separator);
    return read.lag.after === undefined ? length : t('lagAfter', { name: nameOf(read.lag.after), length });
  };
  const plain = (change: PlanChange, value: Text | string): string => {
    const text = written(value);
    if (text === '') return '';
    switch (change.field) {
      case 'owner':
      case 'measuredBy':
        return people.nameOf(text);
      case 'contributors':
        return text
          .split(', ')
          .map(id => people.nameOf(id))
          .join(separator);
      case 'factor':
        return nameOf(text);
      case 'rhythm':
        return isRhythm(text) ? t(RHYTHM_LABELS[text]) : text;
      case 'lag':
        return lag(text);
      case 'period': {
        const [from, to] = text.split(' – ').map(parseDay);
        return from && to ? formatDayRange({ from, to }, figures.lang) : text;
      }
      case 'month': {
        const node = view?.nodes.find(({ id }) => id === change.of);
        return node ? figures.value(text, measureOf(node)) : text;
      }
      case 'budget':
        return figures.value(text, { unit: { kind: 'money', currency: view?.currency ?? 'JPY' }, counter: null });
      default:
        return text;
    }
  };
  return change => {
    const { field, nodes } = change;
    if (nodes && field === 'target') {
      const words = levels(change, nodes, ({ target }) => target);
      const open = (node: NodeView) => (node.target === null && node.undecided ? app('undecided') : '');
      return { before: words.before || open(nodes.before), after: words.after || open(nodes.after) };
    }
    if (nodes && field === 'baseline') return levels(change, nodes, ({ baseline }) => baseline);
    if (nodes && field === 'formula') return bothOf(nodes, node => nodeWords.formula(node, nameOf).replace(/^= /, ''));
    if (nodes && field === 'lights') return bothOf(nodes, lightsText);
    if (nodes && field === 'working') return working.differing(nodes.before, nodes.after);
    if (nodes && field === 'influence') return supports(nodes.before.supports, nodes.after.supports);
    return { before: plain(change, change.before), after: plain(change, change.after) };
  };
}

function bothOf({ before, after }: NonNullable<PlanChange['nodes']>, words: (node: NodeView) => string): ChangeValues {
  return { before: words(before), after: words(after) };
}

function isRhythm(text: string): text is keyof typeof RHYTHM_LABELS {
  return Object.hasOwn(RHYTHM_LABELS, text);
}
