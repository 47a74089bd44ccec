import { useFigures } from '../ui/figures.ts';

/** A share of a target: whole percents where it is one, else with a decimal, so that 9.6% never reads as 10%. */
export function useShare(): (share: number) => string {
  const figures = useFigures();
  return share => figures.percent(share, Number.isInteger(Math.round(share * 1000) / 10) ? 0 : 1);
}
