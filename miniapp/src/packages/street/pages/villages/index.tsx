import { useState } from 'react'
import type { AlignmentOverview } from '@shared/contract/catalogues/alignment'
import type { Me } from '@shared/contract/people/auth'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { Tabs } from '../../../../components/controls/Tabs'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { useMe } from '../../../../state/session'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { orgsOf } from '../../../../components/staff/orgsOf'

/** Lists the villages 各村目录 with the state of their catalogue and links. */
export default function VillageListsPage() {
  const me = useMe()
  return (
    <Frame title="各村目录" narrow>
      <LoginGate>{me && <Overview me={me} />}</LoginGate>
    </Frame>
  )
}

function Overview({ me }: { me: Me }) {
  const params = useParams()
  const orgs = orgsOf(me)
  const [org, setOrg] = useState(params['org'] ?? orgs[0]?.value ?? '')
  const page = useResource<AlignmentOverview>(
    org && `align-villages:${org}`,
    () => api('GET /orgs/:code/alignment/villages', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          各村目录
        </Heading>
        <Box as="p" className="lead">
          村里自己的事项和街道目录对上，两边公开的才能放在一起看。
        </Box>
      </Box>
      {orgs.length > 1 && <Tabs label="机构" options={orgs} value={org} onChange={setOrg} />}
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={8}>
          {({ issuer, villages }) =>
            villages.map(village => (
              <VillageRow key={village.org.code} village={village} issuer={issuer.code} />
            ))
          }
        </Loaded>
      </LoginGate>
    </>
  )
}

type Village = AlignmentOverview['villages'][number]

function stateOf({ hasCatalogue, open, stale }: Village): { look: string; text: string } {
  if (!hasCatalogue) return { look: '', text: '! 还没有目录' }
  if (stale > 0) return { look: '', text: `! ${stale} 项要重新看` }
  return open > 0 ? { look: '', text: `! ${open} 项要对应` } : { look: ' state--ok', text: '✓ 都对应好了' }
}

function VillageRow({ village, issuer }: { village: Village; issuer: string }) {
  const { org, hasCatalogue, adopted, own } = village
  const { look, text } = stateOf(village)
  const facts = hasCatalogue ? `采用街道的 ${adopted} 项，自己的 ${own} 项` : '村里编好、启用以后才能对应'
  const url = hasCatalogue ? routes.align(issuer, org.code) : routes.villageCatalogue(org.code)
  return (
    <Link className="row" label={`${org.name}，${facts}，${text}`} url={url}>
      <Txt className="row__main">
        <Txt className="row__title">{org.name}</Txt>
        <Txt className="row__meta">{facts}</Txt>
      </Txt>
      <Txt className={`state${look}`}>{text}</Txt>
    </Link>
  )
}
