import type { InferredDateFormat } from '#core/text/infer-date-format.ts';
import { inferDateFormat } from '#core/text/infer-date-format.ts';

const MOST = 200_000;
const LONGEST = 60;

/** The dates of a whole column that do not say their order by themselves, each once; together they may settle it. [ING-18] */
export class DateEvidence {
  private readonly dates = new Set<string>();

  add(text: string): void {
    const date = text.length <= LONGEST ? /^\s*\S+/.exec(text)?.[0] : undefined;
    if (date !== undefined && this.dates.size < MOST) this.dates.add(date);
  }

  get first(): string {
    return this.dates.values().next().value ?? '';
  }

  conclude(): InferredDateFormat {
    return inferDateFormat(this.dates);
  }
}
