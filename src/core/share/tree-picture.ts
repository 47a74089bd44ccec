import { isNode, type TreeBox } from './tree-box.ts';
import type { TreeLayout } from './tree-layout.ts';

/** What a card of the picture says. */
export interface PictureCard {
  readonly name: string;
  /** In large: what is planned, or what was reached. */
  readonly amount: string;
  /** Behind it in small. */
  readonly rest: string;
  /** Below: formula, owner. */
  readonly foot: string;
  /** A word at the upper right with its tone: how it stands, or what is wrong. */
  readonly state?: { readonly word: string; readonly tone: PictureTone };
  /** Of goals: figures side by side instead of one amount. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly tone?: PictureTone }[];
}

export type PictureTone = 'good' | 'warn' | 'bad' | 'none' | 'accent';

export interface TreePicture {
  readonly layout: TreeLayout;
  readonly title: string;
  /** Under the title: period, version, day. */
  readonly subtitle: string;
  /** What a mention of a card that stands elsewhere says. */
  readonly elsewhere: (box: TreeBox) => string;
  readonly cardOf: (node: string) => PictureCard | undefined;
  readonly bandOf: (factor: string) => { readonly name: string; readonly because: string } | undefined;
}

const PAD = 28;
const HEAD = 58;
const INK = '#1c2024';
const QUIET = '#52585f';
const LINE = '#b9b4a8';
const ACCENT = '#17526e';
const SOFT = '#e3eef3';
const TONES: Readonly<Record<PictureTone, string>> = {
  good: '#1a6d46',
  warn: '#885600',
  bad: '#ac2f26',
  none: '#656b72',
  accent: '#17526e',
};
const SHAPES: Readonly<Record<PictureTone, string>> = { good: '●', warn: '◆', bad: '■', none: '○', accent: '▸' };

/** Faces that hold Japanese and Latin letters on the usual systems, the last one anywhere. */
const FONTS = [
  "'Hiragino Sans'",
  "'Noto Sans JP'",
  "'Noto Sans CJK JP'",
  "'BIZ UDPGothic'",
  "'Yu Gothic UI'",
  'Meiryo',
  "'IPAexGothic'",
  'Arial',
  'sans-serif',
].join(', ');

/**
 * A tree as one SVG document, for print, for files and for slides. [TRE-09]
 * Everything is in it: no script, no style sheet, no picture or font from elsewhere. Its colours are those of paper. The width and
 * height it names are pixels; it scales to whatever it is put on. Texts that are too long end in "…", and stand in full as titles.
 */
export function treePicture({ layout, title, subtitle, elsewhere, cardOf, bandOf }: TreePicture): string {
  const width = Math.max(layout.width, 560) + 2 * PAD;
  const height = layout.height + HEAD + 2 * PAD;
  const parts = [
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    write(title, { x: PAD, y: PAD + 16, size: 20, weight: 700, room: width - 2 * PAD }),
    write(subtitle, { x: PAD, y: PAD + 38, size: 13, fill: QUIET, room: width - 2 * PAD }),
    `<g transform="translate(${PAD} ${PAD + HEAD})">`,
    ...layout.links.map(({ path }) => `<path d="${path}" fill="none" stroke="${LINE}" stroke-width="1.25"/>`),
    ...layout.bands.map(band => bandPart(band, bandOf(band.factor))),
    ...layout.signs.map(({ text, x, y, width: wide, height: high }) =>
      write(text, { x: x + wide / 2, y: y + high / 2 + 6, size: 17, fill: QUIET, anchor: 'middle' }),
    ),
    ...layout.boxes.map(box => boxPart(box, cardOf(box.id), elsewhere)),
    '</g>',
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}" role="img"><title>${escaped(title)}</title>${parts.join('')}</svg>\n`;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxPart(box: TreeBox, card: PictureCard | undefined, elsewhere: TreePicture['elsewhere']): string {
  if (!card) return '';
  const { x, y, width, height } = box;
  const room = width - 24;
  if (!isNode(box))
    return [
      frame(box, { stroke: LINE, dash: true }),
      write(card.name, { x: x + 10, y: y + 17, size: 12, fill: QUIET, room: width - 20 }),
      write(elsewhere(box), { x: x + 10, y: y + 32, size: 11, fill: QUIET, room: width - 20 }),
    ].join('');
  if (card.facts.length > 0) return goalPart(box, card);
  const isInfluence = box.kind === 'influence';
  const state = card.state ? stateText(card.state) : '';
  const stateRoom = state === '' ? 0 : textWidth(state, 11) + 8;
  const amount = fitting(card.amount, 19, room);
  return [
    frame(box, { stroke: isInfluence ? QUIET : LINE, dash: isInfluence }),
    write(card.name, { x: x + 12, y: y + 23, size: 13, weight: 600, room: room - stateRoom }),
    card.state
      ? write(state, { x: x + width - 12, y: y + 23, size: 11, weight: 600, fill: TONES[card.state.tone], anchor: 'end' })
      : '',
    write(card.amount, { x: x + 12, y: y + 52, size: amount.size, weight: 650, room }),
    write(card.rest, { x: x + 16 + amount.width, y: y + 52, size: 12, fill: QUIET, room: room - amount.width - 4 }),
    write(card.foot, { x: x + 12, y: y + height - 13, size: 11.5, fill: QUIET, room }),
    box.folded
      ? write(`+${box.hidden}`, { x: x + 20, y: y + height + 15, size: 11, weight: 600, fill: ACCENT, anchor: 'middle' })
      : '',
  ].join('');
}

function goalPart(box: TreeBox, { name, foot, facts }: PictureCard): string {
  const { x, y, width, height } = box;
  const columns = facts.map(({ label, value, tone }) => {
    const shown = tone && tone !== 'none' ? `${SHAPES[tone]} ${value}` : value;
    return { label, shown, tone, width: Math.max(textWidth(shown, 18), textWidth(label, 11.5)) };
  });
  let right = x + width - 18;
  const drawn = columns.toReversed().map(({ label, shown, tone, width: wide }) => {
    const at = right - wide;
    right = at - 22;
    return [
      write(label, { x: at, y: y + 30, size: 11.5, fill: QUIET }),
      write(shown, { x: at, y: y + 56, size: 18, weight: 650, fill: tone ? TONES[tone] : INK }),
    ].join('');
  });
  const room = right - x - 18;
  return [
    frame(box, { stroke: QUIET, dash: false }),
    write(name, { x: x + 18, y: y + height / 2 - 3, size: 15, weight: 600, room }),
    write(foot, { x: x + 18, y: y + height / 2 + 18, size: 12, fill: QUIET, room }),
    ...drawn,
  ].join('');
}

function bandPart(place: Placed, band: { readonly name: string; readonly because: string } | undefined): string {
  if (!band) return '';
  const { x, y, width, height } = place;
  const names = wrapped(band.name, 13, width - 22, 2);
  const lines = Math.max(0, Math.floor((height - 14 - names.length * 18) / 18));
  const reasons = wrapped(band.because, 12, width - 22, lines);
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${SOFT}"/>`,
    `<rect x="${x}" y="${y}" width="4" height="${height}" fill="${ACCENT}"/>`,
    `<title>${escaped(band.because)}</title>`,
    ...names.map((text, line) => write(text, { x: x + 12, y: y + 22 + line * 18, size: 13, weight: 650 })),
    ...reasons.map((text, line) => write(text, { x: x + 12, y: y + 22 + (names.length + line) * 18, size: 12, fill: QUIET })),
  ].join('');
}

function frame({ x, y, width, height }: Placed, { stroke, dash }: { readonly stroke: string; readonly dash: boolean }): string {
  return `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="8" fill="#ffffff" stroke="${stroke}"${dash ? ' stroke-dasharray="4 3"' : ''}/>`;
}

function stateText({ word, tone }: { readonly word: string; readonly tone: PictureTone }): string {
  return `${SHAPES[tone]} ${word}`;
}

interface Writing {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: 'middle' | 'end';
  /** Longer texts end in "…". */
  readonly room?: number;
}

function write(text: string, { x, y, size, weight = 400, fill = INK, anchor, room }: Writing): string {
  if (text === '' || (room !== undefined && room < size)) return '';
  const shown = room === undefined ? text : cut(text, size, room);
  const title = shown === text ? '' : `<title>${escaped(text)}</title>`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" font-weight="${weight}" fill="${fill}"${anchor ? ` text-anchor="${anchor}"` : ''}>${escaped(shown)}${title}</text>`;
}

/** The size at which a text has room, at least two thirds of the wanted one. */
function fitting(text: string, size: number, room: number): { readonly size: number; readonly width: number } {
  const wide = textWidth(text, size);
  const fits = wide <= room ? size : Math.max((size * 2) / 3, (size * room) / wide);
  return { size: fits, width: Math.min(room, textWidth(text, fits)) };
}

function cut(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = [...text];
  let kept = '';
  for (const letter of letters) {
    if (textWidth(`${kept}${letter}…`, size) > room) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** A text in lines: broken at blanks in Latin text, anywhere in Japanese; what does not fit ends in "…". */
function wrapped(text: string, size: number, room: number, most: number): readonly string[] {
  const words = text.match(/[\u0021-\u024f]+\s?|[^\u0021-\u024f]/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const [place, word] of words.entries()) {
    if (line === '' || textWidth(`${line}${word}`.trimEnd(), size) <= room) line += word;
    else {
      lines.push(line.trimEnd());
      line = word;
    }
    if (lines.length === most)
      return [...lines.slice(0, -1), cut(`${lines.at(-1) ?? ''}${words.slice(place).join('')}`, size, room)];
  }
  if (line !== '' && most > lines.length) lines.push(line.trimEnd());
  return lines;
}

/** About how wide a text is: letters of the whole width count one, the others by how wide they usually are. */
function textWidth(text: string, size: number): number {
  let wide = 0;
  for (const letter of text)
    wide += /[\u1100-\uffef\u2014\u2026\u25a0-\u25ff]/.test(letter)
      ? 1
      : /[A-Zmw%@]/.test(letter)
        ? 0.72
        : /[ilj.,:;'|()]/.test(letter)
          ? 0.34
          : 0.58;
  return wide * size;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** Letters that mean something in XML, and control letters that may not stand in it. */
function escaped(text: string): string {
  return text
    .replace(CONTROL, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const CONTROL = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
