import type { PartOf } from '@shared/presentation/document'
import { Box, Txt } from '../../elements/dom'
import { Link } from '../controls/Link'
import { BlockFrame } from './BlockFrame'
import type { BarUrl } from './types'
import { Waterfall } from './Waterfall'
import { stepsOf } from './waterfallSteps'

type Bar = PartOf<'chart'>['bars'][number]

interface Props {
  part: PartOf<'chart'>
  /** The sheet whose figures it repeats. */
  sheet: PartOf<'sheet'> | undefined
  /** Link target of a bar: its lines. */
  barUrl?: BarUrl
}

/** Shows bars as plain boxes with label and number: how money changed 期初、收入、支出、期末, or figures side by side. */
export function Chart({ part, sheet, barUrl }: Props) {
  const steps = stepsOf(part, sheet)
  return (
    <BlockFrame label={part.label} unit={part.unit}>
      {steps ? <Waterfall {...steps} barUrl={barUrl} /> : <Bars bars={part.bars} barUrl={barUrl} />}
    </BlockFrame>
  )
}

function Bars({ bars, barUrl }: { bars: readonly Bar[]; barUrl?: BarUrl }) {
  return (
    <>
      {bars.map(bar => {
        const url = barUrl?.(bar.id)
        return url ? (
          <Link key={bar.id} className="bar bar--link" label={`${bar.label} ${bar.text}，看明细`} url={url}>
            <BarBox {...bar} />
          </Link>
        ) : (
          <Box key={bar.id} className="bar">
            <BarBox {...bar} />
          </Box>
        )
      })}
    </>
  )
}

function BarBox({ id, label, text, permille }: Bar) {
  return (
    <>
      <Txt className="bar__line">
        <Txt className="bar__label">{label}</Txt>
        <Txt className="bar__text">{text}</Txt>
      </Txt>
      <Txt decorative className="bar__track">
        <Txt
          decorative
          className={`bar__fill${id === 'expense' ? ' bar__fill--out' : ''}`}
          style={{ width: `${permille / 10}%` }}
        />
      </Txt>
    </>
  )
}
