import type { ReactNode } from 'react'
import { Box, Heading, Press } from '../../../../elements/dom'

interface Props {
  title: string
  removeLabel: string
  onRemove: () => void
  children: ReactNode
}

/** Frames one line of a list with a button to remove it. */
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
