import { totalLabel } from '../measure/recognise/total-label.ts';
import { foldWidth } from '../text/fold-width.ts';

/** What a row is called, with what it stands under. */
export interface NamePath {
  readonly group: readonly string[];
  readonly name: string;
  /** A row that adds up others. */
  readonly isTotal: boolean;
}

const SECTION = /^[■◆●▼◇□▽★☆【<＜]/u;
const BRANCH = /^[\s\u3000]*(?:[・└├┗┣∟│┃]+[\s\u3000]*)?/u;

/** Follows the names of a sheet downwards: indented in several columns, by blanks in one, merged, or under lines of their own. [BEG-04] */
export class NamePaths {
  private section: string[] = [];
  private columns: string[] = [];
  private indents: { readonly depth: number; readonly name: string }[] = [];
  private last: NamePath | undefined;

  /** `cells`: the name columns of a row as written. `isBare`: nothing else stands in it, so that it is a line above others. */
  next(cells: readonly string[], isBare: boolean): NamePath | undefined {
    const texts = cells.map(cell => (isRemark(cell) ? '' : plain(cell)));
    const first = texts.findIndex(text => text !== '');
    if (first < 0) return isBare ? undefined : this.last;
    const raw = cells[first] ?? '';
    if (isBare && first === 0) {
      this.section = [texts[0]?.replace(/[■◆●▼◇□▽★☆【】<>＜＞]/gu, '').trim() ?? ''];
      this.columns = [];
      this.indents = [{ depth: depthOf(raw), name: this.section[0] ?? '' }];
      if (!SECTION.test(texts[0] ?? '')) this.columns = [texts[0] ?? ''];
      return undefined;
    }
    this.columns = [...this.columns.slice(0, first), ...texts.slice(first)];
    const parts = distinct(this.columns.filter(text => text !== ''));
    const own = parts.at(-1) ?? '';
    const depth = depthOf(raw);
    while (parts.length === 1 && (this.indents.at(-1)?.depth ?? -1) >= depth) this.indents.pop();
    const above = parts.length === 1 ? this.indents.map(({ name }) => name) : parts.slice(0, -1);
    if (parts.length === 1) this.indents.push({ depth, name: own });
    const group = distinct([...this.section, ...above]).filter(name => name !== own && name !== '');
    const isTotal =
      parts.some((part, place) => place >= first && totalLabel(part) !== undefined) || totalLabel(own) !== undefined;
    this.last = { group, name: own, isTotal };
    return this.last;
  }
}

function plain(cell: string): string {
  return cell
    .replace(BRANCH, '')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim();
}

/** Blanks before a name; a full-width one counts for two. */
function depthOf(cell: string): number {
  const lead = BRANCH.exec(cell)?.[0] ?? '';
  return [...lead].reduce((sum, sign) => sum + (sign === '\u3000' || /[・└├┗┣∟│┃]/u.test(sign) ? 2 : 1), 0);
}

/** A line beside the table that is no name: a unit, a footnote. */
function isRemark(cell: string): boolean {
  const text = foldWidth(cell).trim();
  return /^[(（]?単位[:：]|^[※*]|^注[)）:：]|^出所|^出典/.test(text) || text.length > 80;
}

function distinct(parts: readonly string[]): readonly string[] {
  return parts.filter((part, place) => part !== parts[place - 1]);
}
