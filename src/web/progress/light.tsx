import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NodeProgress } from '#core/progress/node-progress.ts';
import { useFigures } from '../ui/figures.ts';
import { Pill, type Tone } from '../ui/pill.tsx';

type State = NodeProgress['state'];

const TONES: Readonly<Record<State, Tone>> = {
  met: 'good',
  near: 'warn',
  behind: 'bad',
  'no-target': 'none',
  'no-data': 'none',
  undefined: 'none',
};

const WORDS = {
  met: 'met',
  near: 'near',
  behind: 'behind',
  'no-target': 'noTarget',
  'no-data': 'noData',
  undefined: 'undefined',
} as const satisfies Record<State, string>;

const FLAGS = { 'quality-down': 'qualityDown', 'adds-up-short': 'addsUpShort' } as const;

export function toneOf(state: State): Tone {
  return TONES[state];
}

/** The word of a light: 達成, 注意, 未達. */
export function lightWord(state: State, t: TFunction<'app'>): string {
  return t(WORDS[state]);
}

/** The light of a node: shape, achievement, and the warning that the number alone would hide. */
export function Light({
  progress,
  flag = true,
  word,
}: {
  readonly progress: NodeProgress;
  readonly flag?: boolean;
  readonly word?: boolean;
}) {
  const { t } = useTranslation('app');
  const figures = useFigures();
  const { state } = progress;
  const ratio = progress[progress.main].achievement?.ratio;
  const words = t(WORDS[state]);
  if (flag && progress.flag) return <Pill tone={TONES[state]}>{t(FLAGS[progress.flag])}</Pill>;
  if (ratio === undefined) return <Pill tone={TONES[state]}>{words}</Pill>;
  return (
    <Pill tone={TONES[state]}>
      <span className={word ? undefined : 'visually-hidden'}>{words}</span>
      <span className="num">{figures.percent(ratio, 1)}</span>
    </Pill>
  );
}

/** A light by its word alone, where no progress stands beside it. */
export function StateLight({ state }: { readonly state: State }) {
  const { t } = useTranslation('app');
  return <Pill tone={TONES[state]}>{t(WORDS[state])}</Pill>;
}
