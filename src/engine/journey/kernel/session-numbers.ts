/** Tells a person's sessions apart where they interleave. */
export class SessionNumbers {
  private readonly few = new Uint32Array(16);
  private readonly seen = new Set<number>();
  private readonly places = new Map<number, Set<number>>();

  /** Whether a session goes on after another one has begun. Begins a new person. */
  interleave(session: Uint32Array, from: number, to: number): boolean {
    const { few } = this;
    let count = 0;
    let last = -1;
    for (let row = from; row < to; row++) {
      const own = session[row] as number;
      if (own === last) continue;
      last = own;
      for (let i = 0; i < count; i++) if (few[i] === own) return this.startMarks();
      if (count === few.length) return this.interleaveMany(session, from, to);
      few[count++] = own;
    }
    return false;
  }

  /** Whether the session has not been marked at this place before. */
  isNewAt(place: number, session: number): boolean {
    let marks = this.places.get(place);
    if (!marks) {
      marks = new Set();
      this.places.set(place, marks);
    }
    if (marks.has(session)) return false;
    marks.add(session);
    return true;
  }

  private interleaveMany(session: Uint32Array, from: number, to: number): boolean {
    const { seen } = this;
    seen.clear();
    let last = -1;
    for (let row = from; row < to; row++) {
      const own = session[row] as number;
      if (own === last) continue;
      last = own;
      if (seen.has(own)) return this.startMarks();
      seen.add(own);
    }
    return false;
  }

  private startMarks(): true {
    this.places.clear();
    return true;
  }
}
