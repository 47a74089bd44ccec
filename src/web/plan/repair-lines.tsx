import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { rationalOf, toNumber } from '#core/number/rational.ts';
import { measureOf } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { amountOf } from './amount-of.ts';
import style from './repair.module.css';
import { repairTitle } from './repair-words.ts';

/** A changed target: before, after, and by how much. */
export interface RepairLine {
  readonly node: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly factor: number;
  readonly change: string;
}

/** What some changes do to the targets, as they are written afterwards: rounded, so not always the exact factor. */
export function useRepairLines(nodeOf: (id: string) => NodeView | undefined) {
  const say = useSay();
  const figures = useFigures();
  return (after: readonly NodeView[]): readonly RepairLine[] =>
    after.flatMap(node => {
      const old = nodeOf(node.id);
      const [from, to] = [old && amountOf(old), amountOf(node)];
      if (from === undefined || to === undefined || Number(from) === 0) return [];
      const factor = toNumber(rationalOf(to)) / toNumber(rationalOf(from));
      const of = measureOf(node);
      const isSame = figures.value(from, of) === figures.value(to, of);
      const [before, afterwards] = [from, to].map(value => figures.value(value, of, isSame ? { exact: true } : {}));
      const sign = factor > 1 ? '+' : '−';
      const change = `${sign}${figures.percent(Math.abs(factor - 1), 1)}`;
      return [{ node: node.id, name: say(node.name), before: before ?? '', after: afterwards ?? '', factor, change }];
    });
}

/** 3つの目標を少しずつ上げる */
export function useRepairTitle() {
  const { t } = useTranslation('repair');
  return (lines: readonly RepairLine[]) => t(repairTitle(lines.map(({ factor }) => factor)), { count: lines.length });
}

export function RepairLines({ lines }: { readonly lines: readonly RepairLine[] }) {
  return (
    <ul className={style.lines}>
      {lines.map(line => (
        <li key={line.node}>
          <span>{line.name}</span>
          <span className="num">
            {line.before} → <b>{line.after}</b>
          </span>
          <small className="num">{line.change}</small>
        </li>
      ))}
    </ul>
  );
}
