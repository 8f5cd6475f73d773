import { Box, Txt } from '../elements/dom'
import type { ReadAloud } from '../hooks/useReadAloud'
import { Button } from './controls/Button'

interface Props {
  /** Empty if no voice is available. */
  sentences: readonly { text: string }[]
  voice: ReadAloud
  label?: string
  /** Without the start button. */
  startless?: boolean
}

/** Shows the start button 听一遍; while reading, the current sentence with buttons for next and stop. */
export function AloudBar({ sentences, voice, label = '听一遍', startless = false }: Props) {
  const { at, failed, start, stop } = voice
  const said = at === null ? undefined : sentences[at]
  const last = sentences.length - 1
  return (
    <>
      {sentences.length > 0 && !said && !startless && (
        <Box className="buttons unprinted">
          <Button look="plain" label={label} onPress={() => start(0)} />
        </Box>
      )}
      <Box live="assertive">
        {failed && (
          <Txt className="field__fault">× 这部手机现在读不出声，请检查音量和网络，或者换一个浏览器。</Txt>
        )}
      </Box>
      {at !== null && said && (
        <Box className="aloud unprinted" role="group" label="朗读">
          <Txt className="small">{`正在读第 ${at + 1} 句，共 ${sentences.length} 句`}</Txt>
          <Box as="p" className="aloud__sentence">
            {said.text}
          </Box>
          <Box className="buttons">
            <Button label="停" onPress={stop} />
            <Button look="plain" label="上一句" disabled={at === 0} onPress={() => start(at - 1)} />
            <Button look="plain" label="下一句" disabled={at === last} onPress={() => start(at + 1)} />
          </Box>
        </Box>
      )}
    </>
  )
}
