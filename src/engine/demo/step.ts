import type { Day } from '#core/calendar/day.ts';
import type { Text } from '#core/text/text.ts';
import type { App } from '../app/app.ts';
import type { Written } from '../ledger/written.ts';

/** Something that somebody did in the demo's history. */
export interface Step {
  readonly on: Day;
  readonly time: string;
  readonly doing: Text;
  /** How long it takes beside the others. */
  readonly weight: number;
  /** `onShare` hears the share done, 0 to 1. */
  readonly act: (app: App, onShare: (share: number) => void) => Promise<void>;
}

/** The demo's own texts and numbers are sound: a refusal is our bug. */
export function sound<T>(written: Written<T>): T {
  if (written.kind === 'written') return written.value;
  throw new Error(`the demo was refused: ${JSON.stringify(written)}`);
}
