import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import type { Preset } from '#core/measure/recognise/preset.ts';
import type { Said } from '#core/measure/recognise/recognise-context.ts';
import type { TextChoices } from './text-rows.ts';

/** How a file is to be looked at. Plain data: it crosses to the thread that does it. */
export interface InspectOptions {
  /** Name the file came with. */
  readonly name: string;
  readonly calendar: CalendarSettings;
  /** The workspace's own mappings; they are tried before the product's presets. */
  readonly mappings?: readonly Preset[];
  readonly said?: Said;
  readonly text?: TextChoices;
  /** Leave out rows that cannot be read, instead of refusing the file. */
  readonly skipBadRows?: boolean;
}
