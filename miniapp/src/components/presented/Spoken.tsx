import { createContext, useContext } from 'react'
import type { SpokenPlace } from '@shared/presentation/spoken/sentences'
import { Txt } from '../../elements/dom'
import { highlightIf } from '../../elements/marked'

/** Position of the voice in the record; null if silent. */
export const Spoken = createContext<SpokenPlace | null>(null)

/** Returns the position of the voice in this block; null if it is elsewhere. */
export function useSpoken(blockId: string): SpokenPlace | null {
  const place = useContext(Spoken)
  return place?.blockId === blockId ? place : null
}

interface Props {
  children: string
  /** Position of the voice, if it is in this text. */
  said: SpokenPlace | null
}

/** Shows running text 正文 with the current sentence highlighted. */
export function SpokenText({ children: text, said }: Props) {
  if (!said) return <>{text}</>
  const [from, to] = said.range ?? [0, text.length]
  return (
    <>
      {text.slice(0, from)}
      <Txt {...highlightIf(true, '')}>{text.slice(from, to)}</Txt>
      {text.slice(to)}
    </>
  )
}
