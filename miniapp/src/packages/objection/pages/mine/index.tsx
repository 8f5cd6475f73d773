import type { ObjectionSummary } from '@shared/contract/participation/objection'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { ObjectionRow } from '../../../../components/ObjectionRow'
import { Box, Heading } from '../../../../elements/dom'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { Gate } from '../../../../components/account/Gate'

/** Lists my objections 我的异议, newest first. */
export default function MyObjectionsPage() {
  const me = useMe()
  const list = usePages<ObjectionSummary>(
    me && `my-objections:${me.id}`,
    cursor => api('GET /me/objections', { query: { cursor } }),
    IN_WORK,
  )
  useReshown(list.first.reload)
  return (
    <Frame title="我的异议" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          我的异议
        </Heading>
      </Box>
      <Gate error={list.first.error} why="登录后看自己提过的异议和答复。">
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState
                title="还没有提过异议"
                text="看公示时觉得不对，点“提出异议”，提过的会列在这里，答复也在这里看。"
              />
            ) : (
              list.items.map(one => (
                <ObjectionRow key={one.id} objection={one} withOrg url={routes.objection(one.id)} />
              ))
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </Gate>
    </Frame>
  )
}
