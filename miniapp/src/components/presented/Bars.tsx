import type { PartOf } from '@shared/presentation/document'
import { Box, Txt } from '../../elements/dom'
import { Link } from '../controls/Link'
import type { BarUrl } from './types'

type Bar = PartOf<'chart'>['bars'][number]

/** Shows figures as bars side by side, each with label and number; a bar may lead to its lines. */
export function Bars({ bars, barUrl }: { bars: readonly Bar[]; barUrl?: BarUrl }) {
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

const isSpending = (id: string): boolean => id === 'expense' || id.endsWith('|expense')

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
          className={`bar__fill${isSpending(id) ? ' bar__fill--out' : ''}`}
          style={{ width: `${permille / 10}%` }}
        />
      </Txt>
    </>
  )
}
