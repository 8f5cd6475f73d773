import type { Pages } from '../../hooks/usePages'
import { Box } from '../../elements/dom'
import { Button } from '../controls/Button'

/** Loads the next page of a list, at the end of the screen or on press. */
export function MoreButton<T>({ pages }: { pages: Pages<T> }) {
  if (!pages.more) return null
  const idle = pages.failedMore ? '没有取到，再试一次' : '再看更早的'
  return (
    <Box className="section">
      <Button
        look="plain"
        wide
        label={pages.loadingMore ? '正在取…' : idle}
        disabled={pages.loadingMore}
        onPress={pages.more}
      />
    </Box>
  )
}
