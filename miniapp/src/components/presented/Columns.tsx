import { flatMap } from '@shared/common/lists'
import type { PartOf } from '@shared/presentation/document'
import { type FinanceBar, barOf } from '@shared/presentation/financeBar'
import { Box, Press, Txt } from '../../elements/dom'
import { axisOf } from './axis'

export type Bar = PartOf<'chart'>['bars'][number]
/** Bars of a year, period by period. */
export type Periods = readonly [string, Bar[]][]

const LOOKS: Readonly<Record<FinanceBar['what'], string>> = {
  income: 'in',
  expense: 'out',
  balance: 'stock',
}

/** Bars of a year, period by period; null for a chart that is none. */
export function periodsOf(bars: readonly Bar[]): [string, Bar[]][] | null {
  const periods = new Map<string, Bar[]>()
  for (const bar of bars) {
    const { period, what } = barOf(bar.id)
    if (!(what in LOOKS)) return null
    periods.set(period, [...(periods.get(period) ?? []), bar])
  }
  return periods.size > 1 ? [...periods] : null
}

/** The name of a period, as every label of its bars begins: `1月 收入`. */
const nameOf = ([bar]: readonly Bar[]): string => bar?.label.split(' ')[0] ?? ''

/** Draws the periods of a year next to each other; that at `at` is marked. */
export function Columns({ periods, at }: { periods: Periods; at: number }) {
  const all = flatMap(periods, ([, ofPeriod]) => ofPeriod)
  const axis = axisOf(all.map(({ text }) => text))
  const heightOf = (bar: Bar) => axis?.heights[all.indexOf(bar)] ?? bar.permille / 10
  const kinds = (periods[0]?.[1] ?? []).map(({ id, label }) => ({
    what: barOf(id).what,
    word: label.split(' ')[1] ?? '',
  }))
  return (
    <>
      {kinds.length > 1 && (
        <Box className="legend" decorative>
          {kinds.map(({ what, word }) => (
            <Txt key={what} className="legend__one">
              <Txt className={`legend__box columns__bar--${LOOKS[what]}`} />
              {word}
            </Txt>
          ))}
        </Box>
      )}
      <Box className={`columns${axis ? ' columns--axis' : ''}`} decorative>
        {axis && (
          <Box className="columns__lines">
            {axis.lines.map(line => (
              <Txt key={line} className="columns__line">
                {line}
              </Txt>
            ))}
          </Box>
        )}
        {periods.map(([period, ofPeriod], index) => (
          <Box key={period} className={`columns__one${index === at ? ' columns__one--on' : ''}`}>
            <Box className="columns__bars">
              {ofPeriod.map(bar => (
                <Box
                  key={bar.id}
                  className={`columns__bar columns__bar--${LOOKS[barOf(bar.id).what]}`}
                  style={{ height: `${heightOf(bar)}%` }}
                />
              ))}
            </Box>
            <Txt className="columns__label">{nameOf(ofPeriod).replace(/月$|^第|季度$/g, '')}</Txt>
          </Box>
        ))}
      </Box>
      {axis && (
        <Box as="p" className="small">
          图上的数以万元计。
        </Box>
      )}
    </>
  )
}

interface StepperProps {
  periods: Periods
  at: number
  onStep: (at: number) => void
}

/** Goes from period to period: the columns are too thin for a finger. */
export const Stepper = ({ periods, at, onStep }: StepperProps) => (
  <Box className="stepper" role="group" label="看哪一期">
    <Press className="stepper__way" label="前一期" disabled={at === 0} onPress={() => onStep(at - 1)}>
      ‹
    </Press>
    <Txt className="stepper__now">{nameOf(periods[at]?.[1] ?? [])}</Txt>
    <Press
      className="stepper__way"
      label="后一期"
      disabled={at === periods.length - 1}
      onPress={() => onStep(at + 1)}
    >
      ›
    </Press>
  </Box>
)
