import { type ReactNode, useState } from 'react'
import { Box, Heading, Press, Txt } from '../../elements/dom'

interface Props {
  label: string
  /** What is inside, in small below the label. */
  note?: string
  /** The content is there when folded too, for screen readers, printers and search in the page. */
  kept?: boolean
  /** Open without having been pressed. */
  opened?: boolean
  children: ReactNode
}

/** Folds away what few people need; a state, since the mini program has no `details`. */
export function Fold({ label, note, kept = false, opened = false, children }: Props) {
  const [pressed, setPressed] = useState(false)
  const open = opened || pressed
  return (
    <Box className="fold">
      <Heading level={2}>
        <Press
          className={`fold__head${open ? ' fold__head--open' : ''}`}
          label={note ? `${label}，${note}` : label}
          expanded={open}
          onPress={() => setPressed(!pressed)}
        >
          <Txt className="fold__label">{label}</Txt>
          {note && <Txt className="fold__note">{note}</Txt>}
        </Press>
      </Heading>
      {(open || kept) && <Box className={open ? 'fold__body' : 'fold__kept'}>{children}</Box>}
    </Box>
  )
}
