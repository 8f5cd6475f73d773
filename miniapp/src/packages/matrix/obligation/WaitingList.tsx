import { useState } from 'react'
import { dateLabel } from '@shared/common/period'
import type { WaitingItem } from '@shared/contract/disclosure/obligation'
import { api } from '../../../api/client'
import { DateField } from '../../../components/form/DateField'
import { Pager } from '../../../components/page/Pager'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Press, Txt } from '../../../elements/dom'
import { useAction } from '../../../hooks/useAction'

interface Props {
  org: string
  today: string
  waiting: readonly WaitingItem[]
  mayRecord: boolean
  onRecorded: () => void
}

/** Lists items whose time limit starts with an event 等着发生的事; one press records the event. */
export function WaitingList({ org, today, waiting, mayRecord, onRecorded }: Props) {
  const [on, setOn] = useState(today)
  const [told, setTold] = useState('')
  const write = useAction()
  const record = async (item: WaitingItem, { kind, label }: WaitingItem['events'][number]) => {
    const done = await write.run(async key => {
      const { obligations } = await api(
        'POST /orgs/:code/trigger-events',
        { params: { code: org }, body: { kind, on, itemIds: [item.itemId] } },
        key,
      )
      const dueOn = obligations.find(obligation => obligation.itemId === item.itemId)?.dueOn
      const until = dueOn ? `，${dateLabel(dueOn)}前公开` : ''
      setTold(`✓ 记下了：${item.name}，${dateLabel(on)}${label}${until}`)
    })
    if (done) onRecorded()
  }
  if (waiting.length === 0) return null
  return (
    <Section title="发生了就按一下">
      <Box as="p" className="lead">
        下面的事项，事情发生了才开始算时限。
      </Box>
      {mayRecord && <DateField id="event-on" label="哪一天发生的" value={on} onChange={setOn} />}
      <Problems problems={write.problems} />
      <Box live="polite">{told && <Txt className="state state--ok">{told}</Txt>}</Box>
      <Pager rows={waiting} label="事项">
        {shown =>
          shown.map(item => (
            <Box key={item.itemId} className="waiting">
              <Txt className="row__title">{item.name}</Txt>
              <Txt className="row__meta">{`${item.area} · ${item.deadline}`}</Txt>
              {mayRecord && (
                <Box className="steps">
                  {item.events.map(event => (
                    <Press
                      key={event.kind}
                      className={`button ${write.busy ? 'button--off' : 'button--plain'}`}
                      label={`${event.label}，${item.name}`}
                      disabled={write.busy}
                      onPress={() => void record(item, event)}
                    >
                      {event.label}
                    </Press>
                  ))}
                </Box>
              )}
            </Box>
          ))
        }
      </Pager>
    </Section>
  )
}
