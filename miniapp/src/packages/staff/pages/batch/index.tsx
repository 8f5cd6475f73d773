import { useState } from 'react'
import type { NoticeAbility, WaitingWork } from '@shared/schemas/work'
import { client } from '../../../../api/client'
import { Button } from '../../../../components/Button'
import { EmptyState } from '../../../../components/EmptyState'
import { Frame } from '../../../../components/Frame'
import { Link } from '../../../../components/Link'
import { Loaded } from '../../../../components/Loaded'
import { Tabs } from '../../../../components/Tabs'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../LoginGate'
import { orgsOf } from '../../orgs'
import { BATCH_STEPS } from '../../steps/batch'
import { hasOpened } from '../../steps/opened'
import { BatchRow } from './BatchRow'
import { useBatch } from './useBatch'

/** 一起办: the same step for several notices, each opened before. */
export default function BatchPage() {
  const params = useParams()
  const me = useMe()
  const org = params['org'] ?? (me ? orgsOf(me)[0]?.value : undefined) ?? ''
  const waiting = useResource<WaitingWork>(
    me && org ? `batch:${org}` : null,
    () => client.waitingWork(org),
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

function Batch({ items, onDone }: WaitingWork & { onDone: () => void }) {
  const { busy, results, run } = useBatch(onDone)
  const offered = BATCH_STEPS.filter(({ ability }) => items.some(one => one.abilities.includes(ability)))
  const [picked, setPicked] = useState<NoticeAbility | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const step = offered.find(({ ability }) => ability === picked) ?? offered[0]
  const rows = step ? items.filter(one => one.abilities.includes(step.ability)) : []
  const ready = rows.filter(one => hasOpened(one) && chosen.includes(one.id))
  const choose = (id: string, on: boolean) =>
    setChosen(before => (on ? [...before, id] : before.filter(one => one !== id)))
  return (
    <>
      <Box live="polite">
        {results.map(({ done, title, problems }, index) => (
          <Txt key={index} className={done ? 'field__help' : 'field__fault'}>
            {done ? `✓ 办好了：${title}` : `× ${title}：${problems.join('')}`}
          </Txt>
        ))}
      </Box>
      {!step && (
        <EmptyState title="没有可以一起办的" text="等您审核、提交、公开、确认的有几件时，可以在这里一起办。">
          <Link className="button" label="回工作台" url={routes.work()} />
        </EmptyState>
      )}
      {step && offered.length > 1 && (
        <Tabs
          label="办哪一样"
          options={offered.map(({ ability, label }) => ({ value: ability, label }))}
          value={step.ability}
          onChange={setPicked}
        />
      )}
      {rows.map(notice => (
        <BatchRow
          key={notice.id}
          notice={notice}
          opened={hasOpened(notice)}
          chosen={chosen.includes(notice.id)}
          onChoose={on => choose(notice.id, on)}
        />
      ))}
      {step && (
        <Box className="buttons">
          <Button
            label={busy ? '正在办…' : `${step.label} ${ready.length} 件`}
            disabled={busy || ready.length === 0}
            onPress={() => void run(step, ready)}
          />
        </Box>
      )}
    </>
  )
}
