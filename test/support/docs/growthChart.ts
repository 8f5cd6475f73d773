import type { Report } from '../bench/report'

type Chart = NonNullable<Report['chart']>

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [720, 400, 60, 50, 40, 120]
/** Distinguished by their dashes too, not by colour alone. */
const LINES = [
  ['#1b5e9b', ''],
  ['#b3541e', '6 3'],
  ['#2e7d32', '2 3'],
  ['#6a3d9a', '8 3 2 3'],
  ['#8c6d1f', '12 4'],
  ['#a32035', '1 4'],
] as const

const exponent = (size: number): string =>
  `10${[...String(Math.round(Math.log10(size)))].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`

/** A line for each kind of request, sizes on a logarithmic scale. */
export function growthChart({ title, sizes, lines }: Chart): string {
  const most = Math.max(...lines.flatMap(({ values }) => values), 1)
  const logs = sizes.map(size => Math.log10(size))
  const [first, last] = [logs[0]!, logs.at(-1)!]
  const x = (log: number) => LEFT + ((log - first) / Math.max(last - first, 1)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => HEIGHT - BOTTOM - (value / most) * (HEIGHT - BOTTOM - TOP)
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(share => share * most)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${LEFT}" y="22" font-size="14">${title}</text>`,
    ...ticks.map(
      tick =>
        `<path d="M${LEFT} ${y(tick).toFixed(1)}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 8}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">${tick.toFixed(0)}</text>`,
    ),
    ...sizes.map(
      (size, nth) =>
        `<text x="${x(logs[nth]!).toFixed(1)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${exponent(size)}</text>`,
    ),
    ...lines.map(({ name, values }, nth) => {
      const [colour, dash] = LINES[nth % LINES.length]!
      const points = values.map((value, at) => `${x(logs[at]!).toFixed(1)},${y(value).toFixed(1)}`)
      const key = TOP + nth * 20
      return (
        `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>` +
        `<path d="M${WIDTH - RIGHT + 12} ${key}h24" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>` +
        `<text x="${WIDTH - RIGHT + 42}" y="${key + 4}">${name}</text>`
      )
    }),
    '</svg>',
    '',
  ].join('\n')
}
