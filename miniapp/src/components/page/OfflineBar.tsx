import { Box, Press, Txt } from '../../elements/dom'
import { shortDate } from '../../format/date'

interface Props {
  /** Time at which the shown data was loaded. */
  since: string
  /** A reload is in progress. */
  asking: boolean
  onRetry: () => void
}

/** Warns that the shown data is not current. */
export function OfflineBar({ since, asking, onRetry }: Props) {
  const words = asking ? '正在再试…' : '再试一次'
  return (
    <Box className="offline" live="polite">
      <Txt>{`! 没有连上服务器，下面是截至${shortDate(since)}的内容`}</Txt>
      <Press className="link" label={words} disabled={asking} onPress={onRetry}>
        {words}
      </Press>
    </Box>
  )
}
