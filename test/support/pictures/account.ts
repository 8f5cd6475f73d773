/** A printed account as a person photographs it: its lines, and the drawing. */
export const ACCOUNT_HEAD = ['日期', '事项', '收入', '支出', '经手人']
export const ACCOUNT_LINES = [
  ['2026-10-03', '村道清扫工资', '', '2,480.00', '赵*'],
  ['2026-10-08', '鱼塘承包费', '12,600.00', '', '赵*'],
  ['2026-10-16', '水泵维修', '', '735.20', '孙*'],
  ['2026-10-27', '党员活动室取暖', '', '918.00', '孙*'],
] as const

const [LEFT, TOP, HIGH, WIDE] = [60, 120, 70, [200, 330, 200, 200, 150]] as const

/** A ruled sheet as it is printed, on a darker desk: SVG. */
export function accountSheet(): string {
  const starts = WIDE.map((_, at) => LEFT + WIDE.slice(0, at).reduce((sum, one) => sum + one, 0))
  const lines: readonly (readonly string[])[] = [ACCOUNT_HEAD, ...ACCOUNT_LINES]
  const words = lines.flatMap((row, down) =>
    row.map((text, at) => `<text x="${starts[at]! + 16}" y="${TOP + HIGH * down + 46}">${text}</text>`),
  )
  const boxes = lines.flatMap(
    (_, down) =>
    WIDE.map((width, at) => `<rect x="${starts[at]}" y="${TOP + HIGH * down}" width="${width}" height="${HIGH}" fill="none" stroke="#222"/>`), // prettier-ignore
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="560" font-family="Noto Sans CJK SC" font-size="30"><rect width="100%" height="100%" fill="#b9b2a4"/><rect x="30" y="30" width="1140" height="500" fill="#fcfbf6"/><text x="420" y="90">村务收支公开表</text>${boxes.join('')}${words.join('')}</svg>`
}
