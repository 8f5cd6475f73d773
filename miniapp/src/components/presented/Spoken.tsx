import { createContext, useContext } from 'react'
import type { SpokenPlace } from '@shared/presentation/spoken/sentences'
import { Txt } from '../../elements/dom'
import { highlightIf } from '../../elements/marked'

/** Where in the record the voice is now; null in silence. */
export const Spoken = createContext<SpokenPlace | null>(null)

/** Where in this block the voice is; null when it is elsewhere. */
export function useSpoken(blockId: string): SpokenPlace | null {
  const place = useContext(Spoken)
  return place?.blockId === blockId ? place : null
}

interface Props {
  children: string
  /** Where the voice is, when it is in this text. */
  said: SpokenPlace | null
}

/** Running text 正文, the sentence that is being said marked in it. */
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
