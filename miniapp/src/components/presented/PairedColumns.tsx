import { useState } from 'react'
import { Box } from '../../elements/dom'
import { Bars } from './Bars'
import { Columns, type Periods, Stepper } from './Columns'
import type { BarUrl } from './types'

interface Props {
  periods: Periods
  /** Further figures of the same periods, drawn below on the same grid. */
  below?: Periods
  barUrl?: BarUrl
}

/**
 * Draws a year side by side, a column for each period. A stepper goes from period to period and says the figures of one,
 * which lead to its lines.
 */
export function PairedColumns({ periods, below, barUrl }: Props) {
  const [at, setAt] = useState(periods.length - 1)
  const bars = [
    ...(periods[at]?.[1] ?? []),
    ...(below?.[at]?.[1] ?? []).map(bar => ({ ...bar, label: `${bar.label}底账上` })),
  ]
  return (
    <>
      <Columns periods={periods} at={at} />
      {below && (
        <>
          <Box as="p" className="small section">
            每期末账上还有
          </Box>
          <Columns periods={below} at={at} />
        </>
      )}
      <Stepper periods={periods} at={at} onStep={setAt} />
      <Box live="polite">
        <Bars bars={bars} barUrl={barUrl} />
      </Box>
    </>
  )
}
