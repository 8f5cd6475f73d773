import type { SearchPage as Found, FoundAnswer, NearOther } from '@shared/contract/reading/search'
import { Link } from '../../components/controls/Link'
import { NoticeRow } from '../../components/NoticeRow'
import { Box, Heading, Txt } from '../../elements/dom'
import { routes } from '../../routes'

type Source = Pick<FoundAnswer['source'], 'kind' | 'id'>

/** Where a thing is read; null: its words are all that there is. */
function placeOf({ kind, id }: Source, org: string): string | null {
  if (kind === 'notice') return routes.notice(id)
  if (kind === 'power') return routes.power(org, id)
  return kind === 'case' ? routes.caseOf(id) : null
}

const KIND_NAMES: Record<FoundAnswer['source']['kind'], string> = {
  notice: '公示',
  power: '小微权力清单',
  case: '正在办的事',
  term: '名词解释',
  office: '村里的人',
}

/** Shows the row of the record that answers a plain question, with its source. */
export function Answer({ answer, org }: { answer: FoundAnswer; org: string }) {
  const { text, label, source } = answer
  const line = `出自${KIND_NAMES[source.kind]}“${source.name}”${label === '一句话' ? '' : `的“${label}”`}`
  const url = placeOf(source, org)
  return (
    <Box as="section" className="help">
      <Heading level={3} className="help__head">
        公开里这样写
      </Heading>
      <Box as="p">{text}</Box>
      {url ? <Link label={line} url={url} /> : <Box className="small">{line}</Box>}
    </Box>
  )
}

function OtherRow({ other, org }: { other: NearOther; org: string }) {
  const { kind, name, sentence, why } = other
  const url = placeOf(other, org)
  const words = (
    <Txt className="row__main">
      <Txt className="row__title">{name}</Txt>
      <Txt className="row__text">{sentence}</Txt>
      {why && <Txt className="row__meta">{why}</Txt>}
      <Txt className="row__meta">{KIND_NAMES[kind]}</Txt>
    </Txt>
  )
  if (!url) return <Box className="row">{words}</Box>
  return (
    <Link className="row" label={[name, sentence, why].filter(Boolean).join('，')} url={url}>
      {words}
    </Link>
  )
}

/** Shows what means nearly what was asked, the nearest first. */
export function Near({ page: { near, others = [], byRules }, org }: { page: Found; org: string }) {
  if (near.length + others.length === 0) return null
  const rows = [
    ...near.map(hit => ({
      rank: hit.rank ?? 0,
      row: <NoticeRow key={hit.id} notice={hit} why={hit.why} withOrg />,
    })),
    ...others.map(other => ({
      rank: other.rank,
      row: <OtherRow key={other.kind + other.id} other={other} org={org} />,
    })),
  ].sort((a, b) => a.rank - b.rank)
  return (
    <>
      <Heading level={3}>意思相近的</Heading>
      {byRules && <Box className="small">这次按字音字形和常用说法找，没有用模型。</Box>}
      <Box className="twos">{rows.map(({ row }) => row)}</Box>
    </>
  )
}
