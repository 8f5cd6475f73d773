import { ConfirmButton } from '../../../components/controls/ConfirmButton'
import { Box, Txt } from '../../../elements/dom'
import { fullDate } from '../../../format/date'

interface Props {
  at: string
  /** The stored notice was changed since. */
  outdated: boolean
  onDrop: () => void
}

/** Announces that unsaved input was restored. */
export function Recovered({ at, outdated, onDrop }: Props) {
  return (
    <Box className="notice" live="polite">
      <Txt>{`已接着 ${fullDate(at)} 没有存完的内容。`}</Txt>
      {outdated && <Txt className="field__fault">! 这条公示后来被改过，存下会盖掉别人的修改，请先核对。</Txt>}
      <Box className="buttons">
        <ConfirmButton
          look="plain"
          label="不要了，重新填"
          words={['没有存完的内容会去掉，找不回来。']}
          confirm="确定不要了"
          keep="接着填"
          onConfirm={onDrop}
        />
      </Box>
    </Box>
  )
}
