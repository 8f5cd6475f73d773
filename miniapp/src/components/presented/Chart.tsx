import type { PartOf } from '@shared/presentation/document'
import { Bars } from './Bars'
import { BlockFrame } from './BlockFrame'
import { periodsOf } from './Columns'
import { PairedColumns } from './PairedColumns'
import type { BarUrl } from './types'
import { Waterfall } from './Waterfall'
import { stepsOf } from './waterfallSteps'

interface Props {
  part: PartOf<'chart'>
  /** The sheet whose figures it repeats. */
  sheet: PartOf<'sheet'> | undefined
  /** Link target of a bar: its lines. */
  barUrl?: BarUrl
}

/** Shows a chart as plain boxes: how money changed 期初、收入、支出、期末, a year by its periods, or figures side by side. */
export function Chart({ part, sheet, barUrl }: Props) {
  const steps = stepsOf(part, sheet)
  const periods = steps ? null : periodsOf(part.bars)
  return (
    <BlockFrame label={part.label} unit={part.unit}>
      {steps ? (
        <Waterfall {...steps} barUrl={barUrl} />
      ) : periods ? (
        <PairedColumns periods={periods} barUrl={barUrl} />
      ) : (
        <Bars bars={part.bars} barUrl={barUrl} />
      )}
    </BlockFrame>
  )
}
