/** Adam over a gradient; deterministic. */
export function minimise(
  size: number,
  rounds: number,
  rate: number,
  start: number,
  gradient: (at: Float64Array) => Float64Array,
) {
  const found = new Float64Array(size).fill(start)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (let round = 1; round <= rounds; round++) {
    const slope = gradient(found)
    for (let at = 0; at < size; at++) {
      mean[at] = 0.9 * mean[at]! + 0.1 * slope[at]!
      square[at] = 0.999 * square[at]! + 0.001 * slope[at]! ** 2
      const step = mean[at]! / (1 - 0.9 ** round) / (Math.sqrt(square[at]! / (1 - 0.999 ** round)) + 1e-8)
      found[at]! -= rate * step
    }
  }
  return found
}
