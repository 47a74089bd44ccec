export const ms = number =>
  number >= 10_000 ? `${(number / 1000).toFixed(1)} s` : number >= 100 ? `${number.toFixed(0)} ms` : `${number.toFixed(1)} ms`;
export const times = ratio =>
  ratio >= 100 ? `${Math.round(ratio).toLocaleString('en')} ×` : `${ratio.toFixed(ratio < 1 ? 2 : 1)} ×`;
export const bytes = number => (number >= 1e9 ? `${(number / 1e9).toFixed(1)} GB` : `${(number / 1e6).toFixed(0)} MB`);
export const size = events => `1e${Math.round(Math.log10(events))}`;

/** Rows of the comparison, and which goals were met. */
export class Report {
  goals = [];
  #events;
  #lines = [
    '| question | subject | median | lowest | M events/s | ratio | of lowest | of CPU | goal |',
    '|---|---|--:|--:|--:|--:|--:|--:|---|',
  ];

  constructor(events) {
    this.#events = events;
  }

  table() {
    return `${this.#lines.join('\n')}\n`;
  }

  goal(what, isMet, text) {
    this.goals.push({ what: `${what}, ${size(this.#events)}`, isMet, text });
  }

  /** One question: ours first, then who was compared, then who was not and why. */
  add({ title, goal, within }, [mine, ...theirs], notes) {
    const speed = wall => (this.#events / wall / 1000).toFixed(this.#events / wall < 10_000 ? 1 : 0);
    const limit = within?.[this.#events];
    if (limit !== undefined) this.goal(title, mine.wall <= limit, `${ms(mine.wall)}, goal ${ms(limit)}`);
    this.#lines.push(
      `| **${title}** | **Rashin** | **${ms(mine.wall)}** | ${ms(mine.lowest)} | ${speed(mine.wall)} | | | | ${limit ? `${ms(limit)}: ${mine.wall <= limit ? 'met' : 'missed'}` : ''} |`,
    );
    const same = theirs.filter(({ who }) => !notes.get(who).note);
    const fastest = same.toSorted((a, b) => a.wall - b.wall)[0];
    for (const { who, wall, lowest, cpu, rounds } of theirs) {
      const ratio = wall / mine.wall;
      const { note } = notes.get(who);
      const aims = [goal[who], ...(fastest?.who === who && goal.best !== undefined ? [goal.best] : [])].filter(
        aim => aim !== undefined,
      );
      const verdicts = aims.map(aim => this.#verdict(title, who, ratio, aim));
      const name = `${who}${note ? ` (${note})` : ''}${rounds === 1 ? ' (once)' : ''}`;
      const ofCpu = who.startsWith('PostgreSQL') ? '' : times(cpu / mine.cpu);
      this.#lines.push(
        `| | ${name} | ${ms(wall)} | ${ms(lowest)} | ${speed(wall)} | ${times(ratio)} | ${times(lowest / mine.lowest)} | ${ofCpu} | ${verdicts.join('; ')} |`,
      );
    }
    for (const [who, { note, notRun }] of notes)
      if (notRun) this.#lines.push(`| | ${who}${note ? ` (${note})` : ''} | not run: ${notRun} | | | | | | |`);
  }

  #verdict(title, who, ratio, aim) {
    const isMet = ratio >= aim;
    this.goal(
      title,
      isMet,
      `${times(ratio)} ${who}, goal ${times(aim)}${isMet ? '' : `, ${Math.round((1 - ratio / aim) * 100)} % short`}`,
    );
    return isMet ? `${times(aim)}: met` : `${times(aim)}: missed, ${Math.round((1 - ratio / aim) * 100)} % short`;
  }
}
