import { useMemo } from 'react'
import { sentencesOf } from '@shared/presentation/spoken/sentences'
import type { PresentedBlock } from '@shared/schemas/presentation'
import { Button } from '../../components/Button'
import { Box, Txt } from '../../elements/dom'
import { canSpeak } from '../../elements/speech'
import { useReadAloud } from '../../hooks/useReadAloud'

/** 读给我听: the record sentence by sentence; the one that is being said stands marked at the top of the screen. */
export function Aloud({ blocks }: { blocks: readonly PresentedBlock[] }) {
  const sentences = useMemo(() => (canSpeak ? sentencesOf(blocks) : []), [blocks])
  const { at, failed, start, stop } = useReadAloud(sentences)
  if (sentences.length === 0) return null
  const said = at === null ? undefined : sentences[at]
  if (at === null || !said) {
    return (
      <Box className="unprinted">
        <Box className="buttons">
          <Button look="plain" label="读给我听" onPress={() => start(0)} />
        </Box>
        <Box live="assertive">
          {failed && (
            <Txt className="field__fault">× 这部手机现在读不出声，请检查音量和网络，或者换一个浏览器。</Txt>
          )}
        </Box>
      </Box>
    )
  }
  return (
    <Box className="aloud unprinted" role="group" label="朗读">
      <Txt className="small">{`正在读第 ${at + 1} 句，共 ${sentences.length} 句`}</Txt>
      <Box as="p" className="aloud__sentence">
        {said.text}
      </Box>
      <Box className="buttons">
        <Button label="停" onPress={stop} />
        <Button look="plain" label="上一句" disabled={at === 0} onPress={() => start(at - 1)} />
        <Button
          look="plain"
          label="下一句"
          disabled={at === sentences.length - 1}
          onPress={() => start(at + 1)}
        />
      </Box>
    </Box>
  )
}
