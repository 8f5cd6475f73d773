import { type ReactNode, useEffect, useMemo } from 'react'
import { sentencesOf } from '@shared/presentation/spoken/sentences'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { showSpoken } from '../elements/platform'
import { canSpeak } from '../elements/speech'
import { type ReadAloud, useReadAloud } from '../hooks/useReadAloud'
import { AloudBar } from './AloudBar'
import { Spoken } from './presented/Spoken'

interface Props {
  blocks: readonly PresentedBlock[]
  /** The start button is elsewhere: `bar` is only what is being read. */
  startedElsewhere?: boolean
  /** The rendered record, with the bar where it belongs; `voice`: null without one. */
  children: (bar: ReactNode, voice: ReadAloud | null) => ReactNode
}

/** Reads the record aloud 听一遍 sentence by sentence and highlights the current one. */
export function Aloud({ blocks, startedElsewhere = false, children }: Props) {
  const sentences = useMemo(() => (canSpeak ? sentencesOf(blocks) : []), [blocks])
  const voice = useReadAloud(sentences)
  const said = voice.at === null ? undefined : sentences[voice.at]
  useEffect(() => {
    if (said) showSpoken()
  }, [said])
  return (
    <Spoken.Provider value={said ?? null}>
      {children(
        <AloudBar sentences={sentences} voice={voice} startless={startedElsewhere} />,
        sentences.length > 0 ? voice : null,
      )}
    </Spoken.Provider>
  )
}
