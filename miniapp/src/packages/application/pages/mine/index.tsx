import type { ApplicationSummary } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Ways } from '../../../../components/board/Ways'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { Box, Heading } from '../../../../elements/dom'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { Gate } from '../../../../components/account/Gate'
import { ApplicationRow } from '../../ApplicationRow'

/** Lists my applications 我的申请, newest first, with the ways to a new one and to the query by number. */
export default function MyApplicationsPage() {
  const me = useMe()
  const list = usePages<ApplicationSummary>(
    me && `my-applications:${me.id}`,
    cursor => api('GET /me/applications', { query: { cursor } }),
    IN_WORK,
  )
  useReshown(list.first.reload)
  return (
    <Frame title="申请公开" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          申请公开
        </Heading>
        <Box as="p" className="lead">
          没有主动公开的政府信息，可以向街道（镇）申请。不收费，不用写用途。
        </Box>
      </Box>
      <Ways
        ways={[
          { name: '我要申请', text: '先看有没有已经公开的，没有再写', url: routes.apply() },
          { name: '凭编号查进度', text: '窗口给的回执上有编号和查询码', url: routes.applicationProgress() },
        ]}
      />
      <Gate error={list.first.error} why="登录后看自己提过的申请和答复。">
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState title="还没有申请过" text="申请过的会列在这里，到哪一步、到哪天也在这里看。" />
            ) : (
              list.items.map(one => (
                <ApplicationRow key={one.id} application={one} url={routes.application(one.id)} withOrg />
              ))
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </Gate>
    </Frame>
  )
}
