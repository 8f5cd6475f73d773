import { Box, Press, Txt } from '../elements/dom'
import { shortDate } from '../format/date'

interface Props {
  /** Moment at which the shown data came. */
  since: string
  onRetry: () => void
}

/** Says that what is shown is not from now. */
export function OfflineBar({ since, onRetry }: Props) {
  return (
    <Box className="offline" live="polite">
      <Txt>! 没有连上服务器，下面是截至 {shortDate(since)} 的内容</Txt>
      <Press className="link" label="再试一次" onPress={onRetry}>
        再试一次
      </Press>
    </Box>
  )
}
