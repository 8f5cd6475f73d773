import { useState } from 'react'
import { isShortCode } from '@shared/common/codeText'
import type { Asked } from '@shared/contract/reading/answer'
import type { SearchPage as Found } from '@shared/contract/reading/site'
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
import { Box, Heading } from '../../elements/dom'
import { useParams } from '../../hooks/useParams'
import { usePages } from '../../hooks/usePages'
import { open, routes } from '../../routes'
import { useVillage } from '../../state/village'
import { Answer } from './Answer'
import { Examples } from './Examples'
import { ANYTHING, Facets, facetsOf } from './Facets'
import { Lines, Matters, Phones, Services } from './Found'

type Hit = Found['items'][number]
type Kind = 'lines' | 'matters' | 'services' | 'contacts' | 'notices'

type Counts = [Kind, number][]

const NAMES: Readonly<Record<Kind, string>> = {
  lines: '账里的',
  matters: '正在办',
  services: '办事',
  contacts: '电话',
  notices: '公示',
}

/** Returns how many there are of each kind, the kinds without any left out. */
function countsOf(asked: Asked | undefined, notices: number): Counts {
  const counts: Counts = [
    ['lines', asked?.lines.length ?? 0],
    ['matters', asked?.matters.length ?? 0],
    ['services', asked?.services.length ?? 0],
    ['contacts', asked?.contacts.length ?? 0],
    ['notices', notices],
  ]
  return counts.filter(([, count]) => count > 0)
}

/** The reader's own household is asked for: only its own page may say. */
const OWN = /我家|我们家|咱家|我领|我的补贴/

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
  const asked = first?.asked
  const notices = [...found.items, ...(first?.near ?? [])]
  const counts = countsOf(asked, notices.length)
  const isElsewhere = isAnsweredWithout(counts, first)
  return (
    <Frame title="查找" current="search" stale={found.first}>
      <Ask words={words} onAsk={onAsk} />
      <Loaded resource={found.first}>
        {() => (
          <Box live="polite">
            <First words={words} asked={asked} />
            {counts.length > 1 && <Kinds counts={counts} kind={kind} onChange={setKind} />}
            {asked && <Groups org={org} asked={asked} kind={kind} />}
          </Box>
        )}
      </Loaded>
      {(kind ?? 'notices') === 'notices' && !isElsewhere && (
        <Section title={headOf(words, found.items.length, notices.length)}>
          {first && counts.length < 2 && <NothingFound hits={found.items.length} all={notices.length} />}
          <Box className="twos">
            {notices.map(hit => (
              <NoticeRow key={hit.id} notice={hit} why={hit.why} withOrg />
            ))}
          </Box>
          <Rest feed={found} kept={{ org, words }} />
          <Fold label="缩小范围" note="类别、年份、金额">
            <Facets value={narrowed} onChange={setNarrowed} />
          </Fold>
          <Removed org={org} removed={first?.removed} />
        </Section>
      )}
    </Frame>
  )
}

/** Whether only accounts, matters, services or telephones have the words. */
const isAnsweredWithout = (counts: Counts, first: Found | null): boolean =>
  counts.length > 0 && counts.every(([name]) => name !== 'notices') && (first?.removed ?? []).length === 0

const headOf = (words: string, hits: number, all: number): string =>
  hits === 0 && all > 0 ? '意思相近的公示' : `有“${words}”的公示`

/** Shows what answers at once: the own household's page, or the answer. */
function First({ words, asked }: { words: string; asked: Asked | undefined }) {
  if (OWN.test(words)) {
    return <Ways ways={[{ name: '我家的', text: '今年领了多少，只有您看得到', url: routes.household() }]} />
  }
  return asked?.answer ? <Answer answer={asked.answer} /> : null
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

/** Shows what was found apart from notices, of one kind or all. */
function Groups({ org, asked, kind }: { org: string; asked: Asked; kind: Kind | null }) {
  const { lines, matters, services, contacts, word } = asked
  const shows = (one: Kind, count: number) => count > 0 && (kind ?? one) === one
  return (
    <>
      {shows('lines', lines.length) && <Lines lines={lines} word={word} />}
      {shows('matters', matters.length) && <Matters matters={matters} word={word} />}
      {shows('services', services.length) && <Services org={org} services={services} word={word} />}
      {shows('contacts', contacts.length) && <Phones contacts={contacts} />}
    </>
  )
}

function NothingFound({ hits, all }: { hits: number; all: number }) {
  if (hits > 0) return null
  return (
    <EmptyState
      title={all > 0 ? '没有正好含这些字的公示' : '没有找到'}
      text={
        all > 0
          ? '下面是意思相近的，看看是不是要找的。'
          : '换一个短一点的词，比如事项名称里的两三个字；或者放宽范围。'
      }
    />
  )
}
