import type { ReactNode } from 'react'
import { Box, Heading } from '../../elements/dom'

interface Props {
  title: string
  /** Shown next to the heading: a link or a count. */
  aside?: ReactNode
  unprinted?: boolean
  children: ReactNode
}

export function Section({ title, aside, unprinted = false, children }: Props) {
  return (
    <Box as="section" className={`section${unprinted ? ' unprinted' : ''}`}>
      <Box className="section__head">
        <Heading level={2} className="heading">
          {title}
        </Heading>
        {aside}
      </Box>
      {children}
    </Box>
  )
}
