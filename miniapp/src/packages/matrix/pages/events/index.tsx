import { useState } from 'react'
import { dateLabel } from '@shared/common/period'
import type { TriggerEvent } from '@shared/contract/disclosure/obligation'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { EmptyState } from '../../../../components/page/EmptyState'
import { ReasonForm } from '../../../../components/form/ReasonForm'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { Problems } from '../../../../components/page/Problems'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { shortDate } from '../../../../format/date'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useAction } from '../../../../hooks/useAction'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import '../../matrix.scss'

/** Lists recorded events 登记过的事, newest first; mistaken ones can be retracted with a reason. */
export default function EventsPage() {
  const org = useOwnOrg()
  const list = usePages<TriggerEvent>(
    org && `events:${org}`,
    cursor => api('GET /orgs/:code/trigger-events', { params: { code: org }, query: { cursor } }),
    IN_WORK,
  )
  return (
    <Frame title="登记过的事" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          登记过的事
        </Heading>
        <Box as="p" className="lead">
          公开时限从这些事的日子算起。
        </Box>
      </Box>
      <LoginGate error={list.first.error}>
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState title="还没有登记过" text="在“要公开的”里，事情发生了按一下，就会列在这里。" />
            ) : (
              list.items.map(event => (
                <EventRow key={event.id} event={event} onRetracted={list.first.reload} />
              ))
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </LoginGate>
    </Frame>
  )
}

function EventRow({ event, onRetracted }: { event: TriggerEvent; onRetracted: () => void }) {
  const { id, label, on, itemNames, by, at, retracted, mayRetract } = event
  const [asking, setAsking] = useState(false)
  const write = useAction(onRetracted)
  const retract = async (reason: string) => {
    if (
      !(await write.run(key =>
        api('POST /trigger-events/:id/retract', { params: { id }, body: { reason } }, key),
      ))
    ) {
      return
    }
    setAsking(false)
    onRetracted()
  }
  return (
    <Box className="waiting">
      <Txt className="row__title">{`${dateLabel(on)} ${label}`}</Txt>
      <Txt className="row__text">{itemNames.join('、')}</Txt>
      <Txt className="row__meta">{`${by}，${shortDate(at)}登记`}</Txt>
      {retracted && (
        <Txt className="state">{`× ${retracted.by}${shortDate(retracted.at)}撤回：${retracted.reason}`}</Txt>
      )}
      <Problems problems={write.problems} />
      {mayRetract && (
        <Box className="buttons">
          <Button
            look="danger"
            label={asking ? '不撤了' : '记错了，撤回'}
            onPress={() => setAsking(!asking)}
          />
        </Box>
      )}
      {asking && (
        <ReasonForm
          id={`retract-${id}`}
          label="哪里记错了"
          help="已经公开的不受影响，没公开的不再要求。"
          done="撤回这条登记"
          busy={write.busy}
          onDone={reason => void retract(reason)}
        />
      )}
    </Box>
  )
}
