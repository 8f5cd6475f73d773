import type { ReactNode } from 'react'
import { Box, Heading, Press } from '../../../elements/dom'

interface Props {
  title: string
  removeLabel: string
  onRemove: () => void
  children: ReactNode
}

/** One line of a list in the form, with the way to take it out. */
export function LineFrame({ title, removeLabel, onRemove, children }: Props) {
  return (
    <Box className="line">
      <Box className="line__head">
        <Heading level={3} className="heading">
          {title}
        </Heading>
        <Press className="link" label={removeLabel} onPress={onRemove}>
          删去
        </Press>
      </Box>
      {children}
    </Box>
  )
}
