import { type ReactNode, useEffect, useMemo } from 'react'
import { type Sentence, sentencesOf } from '@shared/presentation/spoken/sentences'
import type { PresentedBlock } from '@shared/schemas/presentation'
import { Button } from './Button'
import { Spoken } from './presented/Spoken'
import { Box, Txt } from '../elements/dom'
import { showSpoken } from '../elements/platform'
import { canSpeak } from '../elements/speech'
import { type ReadAloud, useReadAloud } from '../hooks/useReadAloud'

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
      <Box className="buttons unprinted">
        {sentences.length > 0 && !said && (
          <Button look="plain" label="读给我听" onPress={() => voice.start(0)} />
        )}
        {beside}
      </Box>
      <Box live="assertive">
        {voice.failed && (
          <Txt className="field__fault">× 这部手机现在读不出声，请检查音量和网络，或者换一个浏览器。</Txt>
        )}
      </Box>
      {said && <Bar said={said} count={sentences.length} voice={voice} />}
      <Spoken.Provider value={said ?? null}>{children}</Spoken.Provider>
    </>
  )
}

function Bar({ said, count, voice }: { said: Sentence; count: number; voice: ReadAloud }) {
  const { start, stop } = voice
  const at = voice.at ?? 0
  return (
    <Box className="aloud unprinted" role="group" label="朗读">
      <Txt className="small">{`正在读第 ${at + 1} 句，共 ${count} 句`}</Txt>
      <Box as="p" className="aloud__sentence">
        {said.text}
      </Box>
      <Box className="buttons">
        <Button label="停" onPress={stop} />
        <Button look="plain" label="上一句" disabled={at === 0} onPress={() => start(at - 1)} />
        <Button look="plain" label="下一句" disabled={at === count - 1} onPress={() => start(at + 1)} />
      </Box>
    </Box>
  )
}
