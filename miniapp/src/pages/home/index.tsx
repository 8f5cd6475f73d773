import { usePullDownRefresh, stopPullDownRefresh } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Home } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { BoardHead } from '../../components/BoardHead'
import { ContactRow } from '../../components/ContactRow'
import { EmptyState } from '../../components/page/EmptyState'
import { Frame } from '../../components/page/Frame'
import { Link } from '../../components/controls/Link'
import { Loaded } from '../../components/page/Loaded'
import { NoticeRow } from '../../components/NoticeRow'
import { Section } from '../../components/page/Section'
import { Removed } from '../../components/presented/Removed'
import { Box } from '../../elements/dom'
import { isTenant } from '../../format/org'
import { useFetchAhead } from '../../hooks/useFetchAhead'
import { useParams } from '../../hooks/useParams'
import { useResource } from '../../hooks/useResource'
import { useShareCard } from '../../hooks/useShareCard'
import { routes } from '../../routes'
import { keepPage } from '../../state/archive'
import { adoptVillage, currentVillage, forgetVillage } from '../../state/village'
import { CategoryRow } from './CategoryRow'
import { Services } from './Services'

/** Shows the home page 首页: one village's board, with a single request. */
export default function HomePage() {
  const params = useParams()
  const [org] = useState(() => params['org'] ?? currentVillage() ?? undefined)
  const home = useResource<Home>(`home:${org ?? ''}`, () => api('GET /home', { query: { org } }))
  const shown = home.data?.org

  useEffect(() => {
    if (!home.data) return
    const { code } = home.data.org
    if (isTenant(home.data.org)) adoptVillage(code)
    // The first visit has no village; the next one asks for this village, perhaps offline.
    if (!org) keepPage(`home:${code}`, home.data)
  }, [home.data, org])
  const isGone = home.error?.status === 404
  useEffect(() => {
    if (isGone && org === currentVillage()) forgetVillage()
  }, [isGone, org])
  useFetchAhead(shown?.code ?? null, home.data?.newestAt ?? null)
  usePullDownRefresh(() => {
    home.reload()
    stopPullDownRefresh()
  })
  const name = shown ? `${shown.name}${shown.words.affairs}公开栏` : '公开栏'
  useShareCard({ title: name, path: routes.home(shown?.code) })

  return (
    <Frame title={name} current="home" stale={home}>
      <Loaded resource={home} lines={14}>
        {data => <Board home={data} />}
      </Loaded>
    </Frame>
  )
}

function Board({ home }: { home: Home }) {
  const { org, street, categories, others, recent, removed, contacts, newestAt } = home
  return (
    <>
      <BoardHead org={org} newestAt={newestAt} />
      <Box className="cols">
        <Box>
          <Section title="五类重点公开">
            {categories.map(category => (
              <CategoryRow key={category.code} org={org.code} category={category} />
            ))}
          </Section>
          {others && (
            <Section title="五类以外">
              <CategoryRow org={org.code} category={others} />
            </Section>
          )}
          <Section
            title="最近公开"
            aside={<Link className="link" label="全部公示" url={routes.category(org.code)} />}
          >
            {recent.length === 0 && (
              <EmptyState
                title="还没有公示"
                text={`${org.name}公开的内容会出现在这里，收支情况每月或每季度公开一次。`}
              />
            )}
            {recent.map(notice => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </Section>
          <Removed org={org.code} removed={removed} />
        </Box>
        <Box>
          <Section title="办事" unprinted>
            <Services org={org} street={street} />
          </Section>
          {(contacts.length > 0 || org.address) && (
            <Section title={`${org.words.place}里的人`}>
              {contacts.map(contact => (
                <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
              ))}
              {org.address && <Box as="p">{`办公地址：${org.address}`}</Box>}
              {org.officeHours && <Box as="p">{`办公时间：${org.officeHours}`}</Box>}
              {org.answer && <Box as="p">{`提了异议，${org.answer}内答复`}</Box>}
            </Section>
          )}
        </Box>
      </Box>
    </>
  )
}
