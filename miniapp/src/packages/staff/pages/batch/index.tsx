import type { WaitingWork } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Box, Heading } from '../../../../elements/dom'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import { Batch } from './Batch'

/** Takes the same step for several notices 一起办, each opened before. */
export default function BatchPage() {
  const me = useMe()
  const org = useOwnOrg()
  const waiting = useResource<WaitingWork>(
    me && org ? `batch:${org}` : null,
    () => api('GET /orgs/:code/work/waiting', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(waiting.reload)
  return (
    <Frame title="一起办" narrow stale={waiting}>
      <LoginGate error={waiting.error}>
        <Box as="header" className="board">
          <Heading level={1} className="title">
            一起办
          </Heading>
          <Box as="p" className="lead">
            每一件都要先打开看过，才能选上一起办。看过以后又改了的，要再看一遍。
          </Box>
        </Box>
        <Loaded resource={waiting}>{({ items }) => <Batch items={items} onDone={waiting.reload} />}</Loaded>
      </LoginGate>
    </Frame>
  )
}
