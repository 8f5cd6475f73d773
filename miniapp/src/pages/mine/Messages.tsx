import type { Unread } from '@shared/contract/people/message'
import { api } from '../../api/client'
import { IN_WORK, useResource } from '../../hooks/useResource'
import { useReshown } from '../../hooks/useReshown'
import { routes } from '../../routes'
import { useMe } from '../../state/session'
import { useVillage } from '../../state/village'
import { Ways } from '../../components/board/Ways'

/** Links to messages, with the number of unread ones, to followed villages and to the calendar of this one. */
export function Messages() {
  const village = useVillage()
  const me = useMe()
  const unread = useResource<Unread>(me && `unread:${me.id}`, () => api('GET /me/inbox/unread'), IN_WORK)
  useReshown(unread.reload)
  const count = (me && unread.data?.unread) || 0
  const text = count > 0 ? `${count} 条没有看` : '答复、提醒都在这里'
  return (
    <Ways
      ways={[
        { icon: 'bell', name: '我的消息', text, url: routes.inbox() },
        { icon: 'catalogue', name: '关注的村', text: '公开了新的，就告诉您', url: routes.follow() },
        ...(village
          ? [
              {
                icon: 'days',
                name: '公开日历',
                text: '该公开什么、哪天前公开，晚了可以催',
                url: routes.calendar(village),
              },
            ]
          : []),
      ]}
    />
  )
}
