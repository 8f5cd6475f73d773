import { useState } from 'react'
import type { Subscriptions } from '@shared/contract/people/message'
import type { CategoryList, OrgPage } from '@shared/contract/reading/site'
import { api, newIdempotencyKey } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { NotLoaded } from '../../../../components/page/NotLoaded'
import { Section } from '../../../../components/page/Section'
import { SwitchRow } from '../../../../components/form/SwitchRow'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { askConsent, templateFor } from '../../../../hooks/useMessageConsent'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { useVillage } from '../../../../state/village'
import { Gate } from '../../Gate'
import { type Place, placesOf, toggled } from './places'

/** Shows the followed villages 关注的村 with their categories. */
export default function FollowPage() {
  const me = useMe()
  const village = useVillage()
  const following = useResource<Subscriptions>(
    me && `follow:${me.id}`,
    () => api('GET /me/subscriptions'),
    IN_WORK,
  )
  const org = useResource<OrgPage>(village && `org:${village}`, () =>
    api('GET /orgs/:code', { params: { code: village ?? '' } }),
  )
  return (
    <Frame title="关注的村" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          关注的村
        </Heading>
        <Box as="p" className="lead">
          打开一类，村里公开这一类公示时，“我的消息”会告诉您。微信问您要不要收提醒时，不同意也照样能在这里看到。
        </Box>
      </Box>
      <Gate error={following.error}>
        {village || following.data?.items.length ? (
          <Loaded resource={following}>
            {data => <Switches key={data.items.length} first={data} here={org.data} />}
          </Loaded>
        ) : (
          <EmptyState title="先选一个村或社区" text="选好以后，就可以关注它公开的公示。">
            <Link className="button" label="去选" url={routes.village()} />
          </EmptyState>
        )}
      </Gate>
    </Frame>
  )
}

interface Props {
  first: Subscriptions
  /** The village selected on this phone. */
  here: OrgPage | null
}

function Switches({ first, here }: Props) {
  const [following, setFollowing] = useState(first)
  const [fault, setFault] = useState('')
  const categories = useResource<CategoryList>('categories', () => api('GET /categories'))

  const change = async (place: Place, category: string, on: boolean) => {
    setFault('')
    // WeChat shows its dialog only right after a tap, so ask before saving.
    const asked = on ? askConsent(templateFor(following.templates, 'publication'), true) : null
    try {
      const body = { items: toggled(following.items, place.code, category, on) }
      setFollowing(await api('PUT /me/subscriptions', { body }, { idempotencyKey: newIdempotencyKey() }))
      await asked
    } catch {
      setFault('没有存上，请再试一次。')
    }
  }

  return (
    <>
      <Box live="assertive">{fault && <Txt className="field__fault">{`× ${fault}`}</Txt>}</Box>
      <NotLoaded what="公示的分类" resource={categories} />
      {placesOf(following, here).map(place => (
        <Section key={place.code} title={place.name}>
          {(categories.data?.items ?? []).map(({ code, name }) => (
            <SwitchRow
              key={code}
              label={name}
              text="有新的公示时告诉我"
              on={place.categories.includes(code)}
              onChange={on => void change(place, code, on)}
            />
          ))}
        </Section>
      ))}
    </>
  )
}
