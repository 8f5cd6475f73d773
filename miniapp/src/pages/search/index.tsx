import { useState } from 'react'
import { isShortCode } from '@shared/common/codeText'
import type { NearOther, SearchPage as Found } from '@shared/contract/reading/search'
import type { OrgPage } from '@shared/contract/reading/site'
import { api } from '../../api/client'
import { Ways } from '../../components/board/Ways'
import { Chip } from '../../components/controls/Chip'
import { Link } from '../../components/controls/Link'
import { EmptyState } from '../../components/page/EmptyState'
import { Fold } from '../../components/page/Fold'
import { Frame } from '../../components/page/Frame'
import { Loaded } from '../../components/page/Loaded'
import { NeedVillage } from '../../components/choose/NeedVillage'
import { Removed } from '../../components/presented/Removed'
import { NoticeRow } from '../../components/NoticeRow'
import { Rest } from '../../components/page/ShowRest'
import { SearchBox } from '../../components/controls/SearchBox'
import { Section } from '../../components/page/Section'
import { Box, Heading, Phone } from '../../elements/dom'
import { useParams } from '../../hooks/useParams'
import { usePages, type Pages } from '../../hooks/usePages'
import { useResource } from '../../hooks/useResource'
import { open, routes } from '../../routes'
import { useVillage } from '../../state/village'
import { Answer } from './Answer'
import { Examples } from './Examples'
import { ANYTHING, Facets, facetsOf } from './Facets'
import { Lines, OTHER_NAMES, Others } from './Found'

type Hit = Found['items'][number]
type Other = NearOther['kind']
type Kind = Other | 'lines'
type Counts = [Kind, number][]

const NAMES: Readonly<Record<Kind, string>> = { lines: '账里的', ...OTHER_NAMES }

/** Returns the kinds of other things, the kind of the nearest first. */
const kindsOf = (others: readonly NearOther[]): Other[] => [...new Set(others.map(({ kind }) => kind))]

/** Returns how many there are of each kind, the kinds without any left out. */
function countsOf({ answer, others = [] }: Found, notices: number): Counts {
  const counts: Counts = [
    ['lines', answer?.lines.length ?? 0],
    ...kindsOf(others).map((kind): Counts[number] => [kind, others.filter(one => one.kind === kind).length]),
    ['notice', notices],
  ]
  return counts.filter(([, count]) => count > 0)
}

/** Answers a question about a village, and searches its notices 问一句. */
export default function SearchPage() {
  const params = useParams()
  const chosen = useVillage()
  const org = params['org'] ?? chosen
  const [words, setWords] = useState(params['q'] ?? '')
  if (!org) return <NeedVillage title="查找" current="search" />
  if (words) return <Results key={words} org={org} words={words} onAsk={setWords} />
  return (
    <Frame title="查找" current="search">
      <Ask words="" onAsk={setWords} />
      <Examples onAsk={setWords} />
      <Box className="buttons">
        <Link className="button button--plain" label="按纸上的码打开" url={routes.entry()} />
      </Box>
    </Frame>
  )
}

interface AskProps {
  words: string
  onAsk: (words: string) => void
}

const Ask = ({ words, onAsk }: AskProps) => (
  <>
    <Heading level={1} className="board__name section">
      问一句
    </Heading>
    <SearchBox
      label="要找的词"
      placeholder="想知道什么？"
      initial={words}
      onSearch={text => (isShortCode(text) ? open(routes.entry(text)) : onAsk(text))}
    />
  </>
)

function Results({ org, words, onAsk }: AskProps & { org: string }) {
  const [narrowed, setNarrowed] = useState(ANYTHING)
  const [kind, setKind] = useState<Kind | null>(null)
  const key = [org, words, narrowed.category, narrowed.year, narrowed.amount].join(':')
  const found = usePages<Hit>(`search:${key}`, cursor =>
    api('GET /search', { query: { org, q: words, ...facetsOf(narrowed), cursor } }),
  )
  const first = found.first.data as Found | null
  const counts = first ? countsOf(first, found.items.length + first.near.length) : []
  return (
    <Frame title="查找" current="search" stale={found.first}>
      <Ask words={words} onAsk={onAsk} />
      <Loaded resource={found.first}>
        {() => (
          <Box live="polite">
            <First page={first} org={org} />
            {counts.length > 1 && <Kinds counts={counts} kind={kind} onChange={setKind} />}
            {first && <Groups org={org} page={first} kind={kind} />}
          </Box>
        )}
      </Loaded>
      {(kind ?? 'notice') === 'notice' && !isAnsweredWithout(counts, first) && (
        <>
          {first ? (
            <FoundNotices org={org} words={words} page={first} feed={found} />
          ) : (
            <Rest feed={found} kept={{ org, words }} />
          )}
          <Fold label="缩小范围" note="类别、年份、金额">
            <Facets value={narrowed} onChange={setNarrowed} />
          </Fold>
          <Removed org={org} removed={first?.removed} />
        </>
      )}
    </Frame>
  )
}

interface FoundNoticesProps {
  org: string
  words: string
  page: Found
  feed: Pages<Hit>
}

/** Shows the notices that have the words, and those that are near; or says that nothing was found. */
function FoundNotices({ org, words, page, feed }: FoundNoticesProps) {
  const isNone = isNothing(page)
  return (
    <>
      {isNone && <NothingFound words={words} org={org} />}
      {feed.items.length > 0 && (
        <Section title={`有“${words}”的公示`}>
          <Notices hits={feed.items} />
          <Rest feed={feed} kept={{ org, words }} />
        </Section>
      )}
      {page.near.length > 0 && (
        <Section title={isNone ? '您是不是要找' : '意思相近的公示'}>
          {feed.items.length === 0 && <Box className="small">没有正好含这些字的公示。</Box>}
          {page.byRules && <Box className="small">这次按字音字形和常用说法找，没有用模型。</Box>}
          <Notices hits={page.near} />
        </Section>
      )}
    </>
  )
}

const Notices = ({ hits }: { hits: readonly Hit[] }) => (
  <Box className="twos">
    {hits.map(hit => (
      <NoticeRow key={hit.id} notice={hit} why={hit.why} withOrg />
    ))}
  </Box>
)

/** Whether only accounts and other things than notices answer. */
const isAnsweredWithout = (counts: Counts, first: Found | null): boolean =>
  counts.length > 0 && counts.every(([name]) => name !== 'notice') && (first?.removed ?? []).length === 0

/** Shows what answers at once: the own household's page, or the answer. */
function First({ page, org }: { page: Found | null; org: string }) {
  if (page?.own) {
    return <Ways ways={[{ name: '我家的', text: '今年领了多少，只有您看得到', url: routes.household() }]} />
  }
  return page?.answer ? <Answer answer={page.answer} org={org} /> : null
}

interface KindsProps {
  counts: Counts
  kind: Kind | null
  onChange: (kind: Kind | null) => void
}

const Kinds = ({ counts, kind, onChange }: KindsProps) => (
  <Box role="group" label="看哪一样" className="chips">
    <Chip label="全部" on={kind === null} onPress={() => onChange(null)} />
    {counts.map(([name, count]) => (
      <Chip key={name} label={`${NAMES[name]} ${count}`} on={kind === name} onPress={() => onChange(name)} />
    ))}
  </Box>
)

interface GroupsProps {
  org: string
  page: Found
  kind: Kind | null
}

/** Shows what was found apart from notices, of one kind or all. */
function Groups({ org, page: { answer, others = [] }, kind }: GroupsProps) {
  const lines = answer?.lines ?? []
  return (
    <>
      {lines.length > 0 && (kind ?? 'lines') === 'lines' && <Lines lines={lines} word={answer?.word ?? ''} />}
      {kindsOf(others)
        .filter(one => (kind ?? one) === one)
        .map(one => (
          <Others key={one} kind={one} others={others.filter(other => other.kind === one)} org={org} />
        ))}
    </>
  )
}

/** Whether nothing has the words, answers, or is near for a reason that can be said. */
const isNothing = ({ items, near, answer, others = [] }: Found): boolean =>
  !answer && items.length === 0 && [...near, ...others].every(({ why }) => why === '')

/** Says that nothing was found, and whom to ask 打电话问. */
function NothingFound({ words, org }: { words: string; org: string }) {
  const page = useResource<OrgPage>(`org:${org}`, () => api('GET /orgs/:code', { params: { code: org } }))
  const [first] = page.data?.contacts ?? []
  return (
    <EmptyState
      title={`没有找到“${words}”`}
      text="换一个短一点的词，比如事项名称里的两三个字；还是没有，打电话问。"
    >
      {first && (
        <Box className="buttons">
          <Phone
            className="button button--plain"
            label={`打电话问 ${first.phone}，${first.jobTitle}${first.name}`}
            phone={first.phone}
          >
            {`打电话问 ${first.phone}`}
          </Phone>
        </Box>
      )}
    </EmptyState>
  )
}
