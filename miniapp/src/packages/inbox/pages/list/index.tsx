import type { InboxItem } from '@shared/contract/people/message'
import { api, newIdempotencyKey } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { Box, Heading } from '../../../../elements/dom'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { Gate } from '../../Gate'
import { MessageRow } from './MessageRow'

const key = () => ({ idempotencyKey: newIdempotencyKey() })

/** Lists my messages 我的消息, newest first. */
export default function InboxPage() {
  const me = useMe()
  const list = usePages<InboxItem>(
    me && `inbox:${me.id}`,
    cursor => api('GET /me/inbox', { query: { cursor } }),
    IN_WORK,
  )
  const { reload } = list.first
  useReshown(reload)
  const read = (id: string) =>
    void api('POST /me/inbox/:id/read', { params: { id } }, key()).then(reload, () => undefined)
  const readAll = () => void api('POST /me/inbox/read-all', {}, key()).then(reload, () => undefined)
  return (
    <Frame title="我的消息" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          我的消息
        </Heading>
        <Box className="buttons">
          <Link className="button button--plain" label="关注的村" url={routes.follow()} />
          {list.items.some(message => message.unread) && (
            <Button look="plain" label="全部标为已读" onPress={readAll} />
          )}
        </Box>
      </Box>
      <Gate error={list.first.error}>
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState title="还没有消息" text="关注一个村以后，它公开新的公示时，这里会告诉您。" />
            ) : (
              list.items.map(message => <MessageRow key={message.id} message={message} onRead={read} />)
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </Gate>
    </Frame>
  )
}
