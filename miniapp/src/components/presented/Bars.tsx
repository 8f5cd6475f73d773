import { Box, Txt } from '../../elements/dom'
import { Link } from '../controls/Link'
import { BlockFrame } from './BlockFrame'
import type { BarUrl, BlockOf } from './types'

interface Props {
  block: BlockOf<'bars'>
  /** Link target of a bar: its lines. */
  barUrl?: BarUrl
}

/** Shows bars as plain boxes with label and number; the table with the same numbers follows. */
export function Bars({ block, barUrl }: Props) {
  return (
    <BlockFrame label={block.label} unit={block.unit}>
      {block.bars.map(bar => {
        const url = barUrl?.(bar.id)
        return url ? (
          <Link key={bar.id} className="bar bar--link" label={`${bar.label} ${bar.text}，看明细`} url={url}>
            <Bar {...bar} />
          </Link>
        ) : (
          <Box key={bar.id} className="bar">
            <Bar {...bar} />
          </Box>
        )
      })}
    </BlockFrame>
  )
}

function Bar({ label, text, permille }: Omit<BlockOf<'bars'>['bars'][number], 'id'>) {
  return (
    <>
      <Txt className="bar__line">
        <Txt className="bar__label">{label}</Txt>
        <Txt className="bar__text">{text}</Txt>
      </Txt>
      <Txt decorative className="bar__track">
        <Txt decorative className="bar__fill" style={{ width: `${permille / 10}%` }} />
      </Txt>
    </>
  )
}
