import { useState } from 'react'
import type { ColumnOrg, ColumnPage } from '@shared/contract/reading/column'
import { api } from '../../../../api/client'
import { SelectField } from '../../../../components/form/SelectField'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { NoticeRow } from '../../../../components/NoticeRow'
import { RemovedRow } from '../../../../components/presented/Removed'
import { Section } from '../../../../components/page/Section'
import { Breadcrumbs } from '../../../../components/page/Breadcrumbs'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'

/** Shows a column 栏目: one catalogue item with the disclosures of every organisation. */
export default function ColumnPageView() {
  const params = useParams()
  const [org, key] = [params['org'] ?? '', params['key'] ?? '']
  const page = useResource<ColumnPage>(`column:${org}:${key}`, () =>
    api('GET /orgs/:code/columns/:key', { params: { code: org, key } }),
  )
  const title = page.data?.item.path.slice(-1)[0] ?? '栏目'
  useShareCard({ title, path: routes.column(org, key) })
  return (
    <Frame title={title} stale={page}>
      <Loaded resource={page} lines={10}>
        {data => <Column page={data} />}
      </Loaded>
    </Frame>
  )
}

const ALL = 'all'

function Column({ page }: { page: ColumnPage }) {
  const { issuer, item, orgs, deadline, sentence, updatedAt } = page
  const [shown, setShown] = useState(ALL)
  const options = [
    { value: ALL, label: '全部单位' },
    ...orgs.map(({ org }) => ({ value: org.code, label: org.name })),
  ]
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: `${issuer.name}公开目录`, url: routes.catalogue(issuer.code) },
          { label: item.path.slice(-1)[0] ?? '', url: routes.item(item.id) },
        ]}
      />
      <Box as="header" className="board">
        <Heading level={1} className="title">
          {item.path.join(' › ')}
        </Heading>
        <Box as="p" className="lead">
          {sentence}
        </Box>
        <Box as="p" className="small">
          {[
            deadline ? `公开时限：${deadline}` : '目录没有写明公开时限',
            updatedAt && `最近公开：${fullDate(updatedAt)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </Box>
      {orgs.length > 2 && (
        <SelectField id="org" label="看哪个单位的" value={shown} options={options} onChange={setShown} />
      )}
      {orgs
        .filter(({ org }) => shown === ALL || org.code === shown)
        .map(one => (
          <OrgSection key={one.org.code} one={one} />
        ))}
      <Addresses page={page} />
    </>
  )
}

function OrgSection({ one }: { one: ColumnOrg }) {
  const { org, notices, removed, stale } = one
  return (
    <Section title={org.name}>
      {stale && <Txt className="state state--late">{`× ${stale.message}`}</Txt>}
      {notices.length === 0 && !stale && <Box as="p">还没有公开这一项。</Box>}
      <Box className="twos">
        {notices.map(notice => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </Box>
      {removed?.map(row => (
        <RemovedRow key={row.id} removed={row} />
      ))}
    </Section>
  )
}

/** Shows permanent addresses, for portal operators. */
function Addresses({ page }: { page: ColumnPage }) {
  const { addresses } = page
  return (
    <Section title="放到别的网站上" unprinted>
      <Box as="p" className="small">
        门户网站可以按下面的固定地址取这个栏目，内容和这一页一样。
      </Box>
      {(['html', 'json', 'rss'] as const).map(format => (
        <Box key={format} as="p">
          <Txt>{`${format.toUpperCase()}：`}</Txt>
          <Txt className="hash">{addresses[format]}</Txt>
        </Box>
      ))}
    </Section>
  )
}
