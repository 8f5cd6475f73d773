import { useState } from 'react'
import { isShortCode } from '@shared/common/codeText'
import type { SearchPage as Found } from '@shared/contract/reading/search'
import { api } from '../../api/client'
import { Link } from '../../components/controls/Link'
import { EmptyState } from '../../components/page/EmptyState'
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
import { Answer, Near } from './Near'
import { ANYTHING, Facets, facetsOf } from './Facets'

/** Searches a village's notices 查找. */
export default function SearchPage() {
  const params = useParams()
  const chosen = useVillage()
  const org = params['org'] ?? chosen
  const [words, setWords] = useState(params['q'] ?? '')
  const [narrowed, setNarrowed] = useState(ANYTHING)
  const key = [org, words, narrowed.category, narrowed.year, narrowed.amount].join(':')
  const found = usePages<Found['items'][number]>(org && words && `search:${key}`, cursor =>
    api('GET /search', { query: { org: org ?? '', q: words, ...facetsOf(narrowed), cursor } }),
  )
  const page = found.first.data as Found | null
  const hasNear = page !== null && page.near.length + (page.others ?? []).length > 0
  if (!org) return <NeedVillage title="查找" current="search" />
  return (
    <Frame title="查找" current="search" stale={found.first}>
      <Heading level={1} className="board__name section">
        查找公示
      </Heading>
      <SearchBox
        label="要找的词"
        placeholder="例如 低保、道路、2026、cwsz"
        initial={words}
        onSearch={text => (isShortCode(text) ? open(routes.entry(text)) : setWords(text))}
      />
      {words ? (
        <Section title={`“${words}”`}>
          <Facets value={narrowed} onChange={setNarrowed} />
          <Loaded resource={found.first}>
            {() => (
              <Box live="polite">
                {page?.answer && <Answer answer={page.answer} org={org} />}
                {hasNear && found.items.length > 0 && <Heading level={3}>找到的</Heading>}
                {found.items.length === 0 && (
                  <EmptyState
                    title={hasNear ? '没有正好含这些字的公示' : '没有找到'}
                    text={
                      hasNear
                        ? '下面是意思相近的，看看是不是要找的。'
                        : '换一个短一点的词，比如事项名称里的两三个字；或者放宽上面的范围。'
                    }
                  />
                )}
                <Box className="twos">
                  {found.items.map(hit => (
                    <NoticeRow key={hit.id} notice={hit} why={hit.why} withOrg />
                  ))}
                </Box>
              </Box>
            )}
          </Loaded>
          <Rest feed={found} kept={{ org, words }} />
          {page && <Near page={page} org={org} />}
          <Removed org={org} removed={found.first.data?.removed} />
        </Section>
      ) : (
        <EmptyState
          title="想找什么？"
          text="写一两个词，按“查找”。可以写事项、年份、项目名称，也可以只写拼音首字母，比如 cwsz。"
        >
          <Link className="button button--plain" label="按纸上的码打开" url={routes.entry()} />
        </EmptyState>
      )}
    </Frame>
  )
}
