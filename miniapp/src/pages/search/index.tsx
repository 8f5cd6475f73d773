import { useState } from 'react'
import { isShortCode } from '@shared/common/codeText'
import type { Answer as AnswerOf } from '@shared/contract/reading/answer'
import type { NearOther, SearchPage as Found } from '@shared/contract/reading/search'
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
import { Lines, OTHER_NAMES, Others } from './Found'

type Hit = Found['items'][number]
type Kind = NearOther['kind'] | 'lines' | 'notices'
type Counts = [Kind, number][]

const NAMES: Readonly<Record<Kind, string>> = { lines: '账里的', ...OTHER_NAMES, notices: '公示' }

/** Returns the kinds of other things, the kind of the nearest first. */
const kindsOf = (others: readonly NearOther[]): NearOther['kind'][] => [
  ...new Set([...others].sort((a, b) => a.rank - b.rank).map(({ kind }) => kind)),
]

/** Returns how many there are of each kind, the kinds without any left out. */
function countsOf({ answer, others = [] }: Found, notices: number): Counts {
  const counts: Counts = [
    ['lines', answer?.lines.length ?? 0],
    ...kindsOf(others).map((kind): Counts[number] => [kind, others.filter(one => one.kind === kind).length]),
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
  const near = first?.near ?? []
  const counts = first ? countsOf(first, found.items.length + near.length) : []
  const isElsewhere = isAnsweredWithout(counts, first)
  return (
    <Frame title="查找" current="search" stale={found.first}>
      <Ask words={words} onAsk={onAsk} />
      <Loaded resource={found.first}>
        {() => (
          <Box live="polite">
            <First words={words} answer={first?.answer ?? null} org={org} />
            {counts.length > 1 && <Kinds counts={counts} kind={kind} onChange={setKind} />}
            {first && <Groups org={org} page={first} kind={kind} />}
          </Box>
        )}
      </Loaded>
      {(kind ?? 'notices') === 'notices' && !isElsewhere && (
        <>
          {first && counts.length === 0 && <NothingFound />}
          {found.items.length > 0 && (
            <Section title={`有“${words}”的公示`}>
              <Notices hits={found.items} />
              <Rest feed={found} kept={{ org, words }} />
            </Section>
          )}
          {near.length > 0 && (
            <Section title="意思相近的公示">
              {first?.byRules && <Box className="small">这次按字音字形和常用说法找，没有用模型。</Box>}
              <Notices hits={near} />
            </Section>
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

const Notices = ({ hits }: { hits: readonly Hit[] }) => (
  <Box className="twos">
    {hits.map(hit => (
      <NoticeRow key={hit.id} notice={hit} why={hit.why} withOrg />
    ))}
  </Box>
)

/** Whether only accounts and other things than notices answer. */
const isAnsweredWithout = (counts: Counts, first: Found | null): boolean =>
  counts.length > 0 && counts.every(([name]) => name !== 'notices') && (first?.removed ?? []).length === 0

/** Shows what answers at once: the own household's page, or the answer. */
function First({ words, answer, org }: { words: string; answer: AnswerOf | null; org: string }) {
  if (OWN.test(words)) {
    return <Ways ways={[{ name: '我家的', text: '今年领了多少，只有您看得到', url: routes.household() }]} />
  }
  return answer && <Answer answer={answer} org={org} />
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

const NothingFound = () => (
  <EmptyState
    title="没有找到"
    text="换一个短一点的词，比如事项名称里的两三个字；或者放宽范围。"
  />
)
