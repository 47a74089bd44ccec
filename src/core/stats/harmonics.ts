/** Sine and cosine of the first `count` harmonics at a phase of the cycle, 0 ≤ phase < 1: [sin, cos, sin 2, cos 2, …]. */
export function harmonics(phase: number, count: number): number[] {
  return Array.from({ length: 2 * count }, (_, i) => {
    const angle = 2 * Math.PI * (Math.floor(i / 2) + 1) * phase;
    return i % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}
