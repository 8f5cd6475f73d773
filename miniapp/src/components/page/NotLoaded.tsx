import { Box, Txt } from '../../elements/dom'
import type { Resource } from '../../hooks/useResource'
import { Button } from '../controls/Button'

interface Props {
  /** What is missing here, e.g. 分类. */
  what: string
  resource: Pick<Resource<unknown>, 'data' | 'error' | 'reload'>
}

/** Says in its place that a part of a page has not come, and offers to fetch it again; the rest of the page works. */
export function NotLoaded({ what, resource: { data, error, reload } }: Props) {
  if (!error || data) return null
  return (
    <Box live="polite">
      <Txt className="field__fault">{`× 没有取到${what}：${error.message}`}</Txt>
      <Box className="buttons">
        <Button look="plain" label={`再取一次${what}`} onPress={reload} />
      </Box>
    </Box>
  )
}
