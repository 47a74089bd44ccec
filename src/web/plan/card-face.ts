import type { ReactNode } from 'react';
import type { PictureTone } from '#core/share/tree-picture.ts';
import type { Tone } from '../ui/pill.tsx';

/** What a card of the tree says, in either mode. */
export interface CardFace {
  readonly name: string;
  readonly amount: string;
  /** Behind the amount, in small. */
  readonly rest: string;
  /** A word instead of a number. */
  readonly isQuiet: boolean;
  /** At the upper right: a finding, what kind of KPI it is. */
  readonly mark: ReactNode;
  /** Beside the amount: how it stands. */
  readonly light: ReactNode;
  /** At the lower right: its course. */
  readonly line: ReactNode;
  readonly foot: ReactNode;
  readonly footTitle: string | undefined;
  /** The foot and the state in words alone, for pictures. */
  readonly words: { readonly foot: string; readonly state?: { readonly word: string; readonly tone: PictureTone } };
  /** Figures side by side, for goals; none for KPIs. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly tone?: Tone }[];
}
