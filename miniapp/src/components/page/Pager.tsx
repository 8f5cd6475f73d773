import { type ReactNode, useState } from 'react'
import { Button } from '../controls/Button'
import { Box } from '../../elements/dom'

interface Props<Row> {
  rows: readonly Row[]
  /** Name of a row. */
  label: string
  children: (shown: Row[]) => ReactNode
}

const AT_ONCE = 20

/** Shows a long list one page at a time. */
export function Pager<Row>({ rows, label, children }: Props<Row>) {
  const [wanted, setWanted] = useState(0)
  const last = Math.max(0, Math.ceil(rows.length / AT_ONCE) - 1)
  const leaf = Math.min(wanted, last)
  const from = leaf * AT_ONCE
  const shown = rows.slice(from, from + AT_ONCE)
  return (
    <>
      {children(shown)}
      {last > 0 && (
        <Box className="buttons leaves">
          <Box
            as="p"
            live="polite"
          >{`第 ${from + 1}–${from + shown.length} 个${label}，共 ${rows.length} 个`}</Box>
          {leaf > 0 && <Button look="plain" label="上一页" onPress={() => setWanted(leaf - 1)} />}
          {leaf < last && <Button look="plain" label="下一页" onPress={() => setWanted(leaf + 1)} />}
        </Box>
      )}
    </>
  )
}
