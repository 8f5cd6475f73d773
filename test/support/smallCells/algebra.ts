/** Large enough that no sum of a test is a multiple of it. */
const PRIME = 2_147_483_647n

const mod = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME

function inverse(value: bigint): bigint {
  let [result, base, power] = [1n, mod(value), PRIME - 2n]
  for (; power > 0n; power /= 2n) {
    if (power % 2n === 1n) result = mod(result * base)
    base = mod(base * base)
  }
  return result
}

/** Rank of the equations, by elimination. */
function rankOf(equations: readonly (readonly bigint[])[]): number {
  const rows = equations.map(row => [...row])
  const width = rows[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < width; column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n)
    if (at < 0) continue
    const pivot = rows[at]!
    rows[at] = rows[rank]!
    rows[rank] = pivot
    const scale = inverse(pivot[column]!)
    for (const row of rows.slice(rank + 1)) {
      const times = mod(row[column]! * scale)
      for (let x = column; x < width; x += 1) row[x] = mod(row[x]! - times * pivot[x]!)
    }
    rank += 1
  }
  return rank
}

/**
 * Can the value of one cell be worked out from published sums? Each sum is the set of the cells that it adds up. It can
 * exactly when the cell's own equation adds nothing to those of the sums.
 */
export function isWorkedOut(
  cell: string,
  cells: readonly string[],
  sums: readonly ReadonlySet<string>[],
): boolean {
  const equationOf = (of: ReadonlySet<string>) => cells.map(one => (of.has(one) ? 1n : 0n))
  const told = sums.map(equationOf)
  return told.length > 0 && rankOf([...told, equationOf(new Set([cell]))]) === rankOf(told)
}
