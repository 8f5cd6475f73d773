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
  /** What stands beside its button. */
  beside?: ReactNode
  /** The record as it is drawn. */
  children: ReactNode
}

/** 读给我听: the record sentence by sentence, the one that is being said marked where it stands. */
export function Aloud({ blocks, beside, children }: Props) {
  const sentences = useMemo(() => (canSpeak ? sentencesOf(blocks) : []), [blocks])
  const voice = useReadAloud(sentences)
  const said = voice.at === null ? undefined : sentences[voice.at]
  useEffect(() => {
    if (said) showSpoken()
  }, [said])
  return (
    <>
      <AloudBar sentences={sentences} voice={voice} beside={beside} />
      <Spoken.Provider value={said ?? null}>{children}</Spoken.Provider>
    </>
  )
}
