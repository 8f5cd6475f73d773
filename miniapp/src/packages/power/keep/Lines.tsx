import type { ChangedLine } from '@shared/contract/power/list'
import { Box, Txt } from '../../../elements/dom'

interface Props {
  lines: readonly ChangedLine[]
  /** Labels of the first and the second edition. */
  names: readonly [string, string]
}

/** Shows the differences between two editions of an item, field by field. */
export function Lines({ lines, names: [first, second] }: Props) {
  return (
    <>
      {lines.map(({ label, before, after }) => (
        <Box key={label} className="lines">
          <Txt className="row__title">{label}</Txt>
          <Txt className="row__text">{`${first}：${before || '没有'}`}</Txt>
          <Txt className="row__text">{`${second}：${after || '没有'}`}</Txt>
        </Box>
      ))}
    </>
  )
}
