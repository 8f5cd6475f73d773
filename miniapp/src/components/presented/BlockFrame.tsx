import type { ReactNode } from 'react'
import { Box, Heading, Txt } from '../../elements/dom'

interface Props {
  label: string
  unit?: string | null
  children: ReactNode
}

/** Heading of a block, with its unit said once. */
export function BlockFrame({ label, unit, children }: Props) {
  return (
    <Box as="section" className="block">
      <Box className="block__head">
        <Heading level={2} className="heading">
          {label}
        </Heading>
        {unit && <Txt className="block__unit">{unit}</Txt>}
      </Box>
      {children}
    </Box>
  )
}
