import { useState } from 'react'
import type { OwnLogin, OwnLogins } from '@shared/contract/people/webLogin'
import { api } from '../../../../api/client'
import { Account } from '../../../../components/account/Account'
import { ConfirmButton } from '../../../../components/controls/ConfirmButton'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { dateAndTime } from '../../../../format/date'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useAction } from '../../../../hooks/useAction'
import { OwnIdentitySection } from '../../OwnIdentitySection'
import { useMe } from '../../../../state/session'

/** Lists where the person is logged in 登录的设备; ends one login or all others. */
export default function LoginsPage() {
  const me = useMe()
  const logins = useResource<OwnLogins>(me && `logins:${me.id}`, () => api('GET /me/logins'), IN_WORK)
  return (
    <Frame title="登录的设备" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="title">
          登录的设备
        </Heading>
        <Box as="p" className="lead">
          有不认识的，就退出那一处。网络地址只记前一半，退出 60 天后删去。
        </Box>
      </Box>
      {me ? (
        <>
          <Loaded resource={logins}>{({ items }) => <List items={items} />}</Loaded>
          <OwnIdentitySection userId={me.id} />
        </>
      ) : (
        <Section title="先登录">
          <Account />
        </Section>
      )}
    </Frame>
  )
}

function List({ items: first }: { items: readonly OwnLogin[] }) {
  const [items, setItems] = useState(first)
  const others = items.filter(({ current }) => !current)
  const { busy, problems, run } = useAction()
  const end = (ask: () => Promise<OwnLogins>) => void run(async () => setItems((await ask()).items))
  return (
    <>
      <Problems problems={problems} />
      {items.map(login => (
        <Section key={login.id} title={nameOf(login)}>
          <Facts login={login} />
          {!login.current && (
            <ConfirmButton
              look="plain"
              label="退出这处登录"
              words={['退出后，那里要重新登录才能用。没有存完的内容还在那台设备里。']}
              confirm="退出"
              keep="取消"
              disabled={busy}
              onConfirm={() =>
                end(() => api('POST /me/logins/:id/end', { params: { id: login.id }, body: {} }))
              }
            />
          )}
        </Section>
      ))}
      {others.length > 1 && (
        <ConfirmButton
          label={`退出其他全部 ${others.length} 处登录`}
          words={['只留下您正在用的这一处。']}
          confirm="全部退出"
          keep="取消"
          disabled={busy}
          onConfirm={() => end(() => api('POST /me/logins/end-others', { body: {} }))}
        />
      )}
    </>
  )
}

const CHANNELS = { wechat: '微信小程序', web: '网页', unified: '网页，统一身份认证' }

function nameOf({ current, channel, device }: OwnLogin): string {
  const name = device ? `${CHANNELS[channel]}（${device}）` : CHANNELS[channel]
  return current ? `正在用的：${name}` : name
}

function Facts({ login: { since, lastSeenAt, place, endsAt } }: { login: OwnLogin }) {
  const facts: [string, string][] = [
    ['登录', dateAndTime(since)],
    ['最近使用', dateAndTime(lastSeenAt)],
    ...(place ? ([['网络地址', place]] satisfies [string, string][]) : []),
    ...(endsAt ? ([['最晚到', dateAndTime(endsAt)]] satisfies [string, string][]) : []),
  ]
  return (
    <>
      {facts.map(([label, value]) => (
        <Box as="p" key={label}>
          <Txt>{`${label}：${value}`}</Txt>
        </Box>
      ))}
    </>
  )
}
