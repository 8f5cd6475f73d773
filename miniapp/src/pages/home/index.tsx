import { usePullDownRefresh, stopPullDownRefresh } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Home } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { BoardHead } from '../../components/board/BoardHead'
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
import { adoptVillage, currentVillage, forgetVillage } from '../../state/village'
import { CategoryRow } from './CategoryRow'
import { Letter } from './Letter'
import { Overdue } from './Overdue'
import { FirstVisit } from './FirstVisit'
import { Services } from './Services'
import { Differing, OpenNotices, UnderWay } from './UnderWay'

/** Shows the home page 首页: the board of the village that the address or this phone names; otherwise asks for one. */
export default function HomePage() {
  const params = useParams()
  const [org] = useState(() => params['org'] ?? currentVillage())
  return org === null ? <FirstVisit /> : <BoardPage org={org} />
}

/** One village's board, with a single request. */
function BoardPage({ org }: { org: string }) {
  const home = useResource<Home>(`home:${org}`, () => api('GET /home', { query: { org } }))
  const shown = home.data?.org

  useEffect(() => {
    if (home.data && isTenant(home.data.org)) adoptVillage(home.data.org.code)
  }, [home.data])
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

/** On phones: letter, what is open, what is late, the five. On wide screens two columns. */
function Board({ home }: { home: Home }) {
  const {
    org,
    street,
    categories,
    others,
    contacts,
    letter,
    open = [],
    late,
    differing = [],
    underWay = [],
  } = home
  return (
    <>
      <BoardHead org={org} />
      <Box className="home">
        <Box className="home__column">
          {letter && <Letter letter={letter} />}
          <Section
            title="五类重点公开"
            aside={<Link className="link" label="全部公示" url={routes.category(org.code)} />}
          >
            {categories.map(category => (
              <CategoryRow key={category.code} org={org.code} category={category} />
            ))}
          </Section>
          {others && (
            <Section title="五类以外">
              <CategoryRow org={org.code} category={others} />
            </Section>
          )}
          <Recent home={home} />
          <Removed org={org.code} removed={home.removed} />
        </Box>
        <Box className="home__column">
          <Box className="home__first">
            {open.length > 0 && <OpenNotices notices={open} />}
            {late && <Overdue home={home} late={late} />}
            {differing.length > 0 && <Differing matters={differing} />}
          </Box>
          {underWay.length > 0 && <UnderWay org={org.code} place={org.words.place} matters={underWay} />}
          <Section title="办事" unprinted>
            <Services org={org} street={street} />
          </Section>
          <People org={org} contacts={contacts} />
        </Box>
      </Box>
    </>
  )
}

function Recent({ home: { org, recent } }: { home: Home }) {
  return (
    <Section title="最近公开">
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
  )
}

/** Shows whom to call, where and when. */
function People({ org, contacts }: Pick<Home, 'org' | 'contacts'>) {
  if (contacts.length === 0 && !org.address) return null
  return (
    <Section title="找人">
      {contacts.map(contact => (
        <ContactRow key={`${contact.jobTitle}${contact.name}`} contact={contact} />
      ))}
      {org.address && <Box as="p">{`办公地址：${org.address}`}</Box>}
      {org.officeHours && <Box as="p">{`办公时间：${org.officeHours}`}</Box>}
      {org.answer && <Box as="p">{`提了异议，${org.answer}内答复`}</Box>}
    </Section>
  )
}
