/**
 * How well catalogues are read, layout by layout: cells, right, inherited, uncertain, wrong without a mark. Bar: in every
 * layout ≥ 97 % of the cells right and none wrong without a mark. `VERBOSE=1` tells each wrong cell.
 */
import type { Layout } from '../support/catalogue/layouts'
import { LAYOUTS, scoreOf } from '../support/catalogue/layouts'
import { reportFigure } from '../support/figures'

const BAR = 0.97

const line = (name: string, columns: readonly (string | number)[]): string =>
  `${columns.map(text => String(text).padStart(7)).join('')}  ${name}`

async function measure(layout: Layout): Promise<boolean> {
  const { cells, right, inherited, flagged, silent, wrong } = await scoreOf(layout)
  const share = `${((100 * right) / cells).toFixed(1)}%`
  const met = right / cells >= BAR && silent.length === 0
  reportFigure(
    line(`${met ? '' : '未达标 '}${layout.name}`, [cells, share, inherited, flagged, silent.length]),
  )
  if (process.env.VERBOSE === '1' || silent.length > 0) {
    for (const fault of silent) reportFigure(`        无标记的错：${fault}`)
  }
  if (process.env.VERBOSE === '1') for (const fault of wrong) reportFigure(`        已标存疑：${fault}`)
  return met
}

async function bench(): Promise<void> {
  reportFigure('   格数   正确   继承   存疑 无标记错  版式')
  let missed = 0
  for (const layout of LAYOUTS) if (!(await measure(layout))) missed++
  reportFigure(`${LAYOUTS.length} 种版式，${missed} 种未达标（每种正确 ≥ 97%，无标记的错为 0）`)
  if (missed > 0) throw new Error(`${missed} layouts miss the bar`)
}

void bench()
