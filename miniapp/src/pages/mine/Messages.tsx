import type { Unread } from '@shared/contract/people/message'
import { api } from '../../api/client'
import { Link } from '../../components/controls/Link'
import { Box } from '../../elements/dom'
import { IN_WORK, useResource } from '../../hooks/useResource'
import { useReshown } from '../../hooks/useReshown'
import { routes } from '../../routes'
import { useMe } from '../../state/session'

/** Links to messages, with the number of unread ones, and to followed villages. */
export function Messages() {
  const me = useMe()
  const unread = useResource<Unread>(me && `unread:${me.id}`, () => api('GET /me/inbox/unread'), IN_WORK)
  useReshown(unread.reload)
  const count = (me && unread.data?.unread) || 0
  return (
    <Box className="buttons">
      <Link
        className="button button--plain"
        label={count > 0 ? `我的消息（${count}条未读）` : '我的消息'}
        url={routes.inbox()}
      />
      <Link className="button button--plain" label="关注的村" url={routes.follow()} />
    </Box>
  )
}
