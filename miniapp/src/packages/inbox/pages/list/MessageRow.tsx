import { pageOfLink } from '@shared/common/messageLinks'
import type { InboxItem } from '@shared/contract/people/message'
import { Press, Txt } from '../../../../elements/dom'
import { shortDate } from '../../../../format/date'
import { open } from '../../../../routes'

interface Props {
  message: InboxItem
  onRead: (id: string) => void
}

/** Shows a message: title, village, date, and whether it is unread by sign and word. */
export function MessageRow({ message, onRead }: Props) {
  const { id, title, text, link, at, unread } = message
  const url = link ? `/${pageOfLink(link)}` : undefined
  const press = () => {
    if (unread) onRead(id)
    if (url) open(url)
  }
  const date = shortDate(at)
  return (
    <Press
      className="row"
      label={[unread && '未读', title, text, date].filter(Boolean).join('，')}
      url={url}
      onPress={press}
    >
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__text">{text}</Txt>
        <Txt className="row__meta">{date}</Txt>
      </Txt>
      {unread && <Txt className="state">! 未读</Txt>}
    </Press>
  )
}
