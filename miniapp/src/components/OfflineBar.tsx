import { Box, Press, Txt } from '../elements/dom'
import { shortDate } from '../format/date'

interface Props {
  /** Moment at which the shown data came. */
  since: string
  /** It is being asked for again. */
  asking: boolean
  onRetry: () => void
}

/** Says that what is shown is not from now. */
export function OfflineBar({ since, asking, onRetry }: Props) {
  const words = asking ? '正在再试…' : '再试一次'
  return (
    <Box className="offline" live="polite">
      <Txt>! 没有连上服务器，下面是截至 {shortDate(since)} 的内容</Txt>
      <Press className="link" label={words} disabled={asking} onPress={onRetry}>
        {words}
      </Press>
    </Box>
  )
}
