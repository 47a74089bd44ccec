/** ln Γ(x) for x above 0. Stirling's series after the argument was raised to 10 or more; error about 1e-14. */
export function logGamma(x: number): number {
  let [argument, shift] = [x, 0];
  while (argument < 10) {
    shift += Math.log(argument);
    argument += 1;
  }
  const inverse = 1 / (argument * argument);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / argument;
  return (argument - 0.5) * Math.log(argument) - argument + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** Γ′(x) ÷ Γ(x), the derivative of `logGamma`, for x above 0; error about 1e-14. */
export function digamma(x: number): number {
  let [argument, shift] = [x, 0];
  while (argument < 10) {
    shift += 1 / argument;
    argument += 1;
  }
  const inverse = 1 / (argument * argument);
  const series =
    inverse *
    (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse * (1 / 132 - (691 / 32760) * inverse)))));
  return Math.log(argument) - 0.5 / argument - series - shift;
}
