import type { ReactNode } from 'react'
import { Box, Heading } from '../../elements/dom'

interface Props {
  /** What is missing. */
  title: string
  /** What will be shown here, and when. */
  text: string
  children?: ReactNode
}

export function EmptyState({ title, text, children }: Props) {
  return (
    <Box className="notice">
      <Heading level={2} className="notice__title">
        {title}
      </Heading>
      <Box as="p" className="lead">
        {text}
      </Box>
      {children}
    </Box>
  )
}
