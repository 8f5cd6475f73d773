import { type ReactNode, useEffect, useMemo } from 'react'
import { sentencesOf } from '@shared/presentation/spoken/sentences'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { showSpoken } from '../elements/platform'
import { canSpeak } from '../elements/speech'
import { useReadAloud } from '../hooks/useReadAloud'
import { AloudBar } from './AloudBar'
import { Spoken } from './presented/Spoken'

interface Props {
  blocks: readonly PresentedBlock[]
  /** Shown next to the button. */
  beside?: ReactNode
  /** The rendered record, with the button where it belongs. */
  children: (bar: ReactNode) => ReactNode
}

/** Reads the record aloud 读给我听 sentence by sentence and highlights the current one. */
export function Aloud({ blocks, beside, children }: Props) {
  const sentences = useMemo(() => (canSpeak ? sentencesOf(blocks) : []), [blocks])
  const voice = useReadAloud(sentences)
  const said = voice.at === null ? undefined : sentences[voice.at]
  useEffect(() => {
    if (said) showSpoken()
  }, [said])
  return (
    <Spoken.Provider value={said ?? null}>
      {children(<AloudBar sentences={sentences} voice={voice} beside={beside} />)}
    </Spoken.Provider>
  )
}
