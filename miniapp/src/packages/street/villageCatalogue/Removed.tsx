import { EmptyState } from '../../../components/page/EmptyState'
import { Box, Txt } from '../../../elements/dom'
import { shortDate } from '../../../format/date'
import type { ListPart } from './types'

/** Lists removed items with person and reason. */
export function Removed({ list }: ListPart) {
  if (list.removed.length === 0) {
    return <EmptyState title="没有去掉过事项" text="去掉的事项和理由会列在这里，还可以再采用。" />
  }
  return (
    <>
      {list.removed.map(({ key, area, path, reason, by, at }) => (
        <Box key={key} className="row">
          <Txt className="row__main">
            <Txt className="row__title">{path.join(' › ')}</Txt>
            <Txt className="row__text">{`理由：${reason}`}</Txt>
            <Txt className="row__meta">{`${area} · ${by}，${shortDate(at)}去掉`}</Txt>
          </Txt>
        </Box>
      ))}
    </>
  )
}
