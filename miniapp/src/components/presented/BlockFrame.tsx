import type { ReactNode } from 'react'
import { Box, Heading, Txt } from '../../elements/dom'
import { highlightIf } from '../../elements/marked'

interface Props {
  label: string
  unit?: string
  /** The head is being read aloud. */
  said?: boolean
  children: ReactNode
}

/** Shows the heading of a part; `unit`: that of all figures of a chart. */
export function BlockFrame({ label, unit, said = false, children }: Props) {
  return (
    <Box as="section" className={`block${unit === undefined ? '' : ' block--chart'}`}>
      <Box className="block__head">
        <Heading level={2} {...highlightIf(said, 'heading')}>
          {label}
        </Heading>
        {unit && <Txt className="block__unit">{unit}</Txt>}
      </Box>
      {children}
    </Box>
  )
}
