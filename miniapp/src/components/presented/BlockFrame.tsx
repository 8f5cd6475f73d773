import type { ReactNode } from 'react'
import { Box, Heading, Txt } from '../../elements/dom'
import { highlightIf } from '../../elements/marked'

interface Props {
  label: string
  unit?: string | null
  /** The block is wider than a phone; the style sheet adds a hint to scroll sideways. */
  wide?: boolean
  /** The head is being read aloud. */
  said?: boolean
  children: ReactNode
}

/** Shows the heading of a block, with its unit once. */
export function BlockFrame({ label, unit, wide = false, said = false, children }: Props) {
  return (
    <Box as="section" className="block">
      <Box className={`block__head${wide ? ' block__head--wide' : ''}`}>
        <Heading level={2} {...highlightIf(said, 'heading')}>
          {label}
        </Heading>
        {unit && <Txt className="block__unit">{unit}</Txt>}
      </Box>
      {children}
    </Box>
  )
}
