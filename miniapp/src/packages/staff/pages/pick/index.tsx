import { useState } from 'react'
import type { CataloguePage } from '@shared/contract/reading/site'
import { GENERAL_CODE as GENERAL } from '@shared/facts/disclosure/categoryTypes'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { SearchBox } from '../../../../components/controls/SearchBox'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'

type Area = CataloguePage['areas'][number]

type Item = Area['items'][number]

const filtered = (areas: readonly Area[], wanted: (item: Item) => boolean): Area[] =>
  areas.map(area => ({ ...area, items: area.items.filter(wanted) })).filter(area => area.items.length > 0)

/**
 * Filters areas by items whose path contains the words; without words the items that the organisation has to
 * disclose, those of the five categories first.
 */
function matching({ areas, issuer }: CataloguePage, org: string, words: string): Area[] {
  if (words) return filtered(areas, ({ path }) => path.some(part => part.includes(words)))
  const isOwed = ({ forVillages }: Item) => forVillages || issuer.code === org
  return [
    ...filtered(areas, ({ category }) => category !== GENERAL),
    ...filtered(areas, item => item.category === GENERAL && isOwed(item)),
  ]
}

const titleOf = ({ area, items }: Area): string =>
  items.every(({ category }) => category === GENERAL) ? `${area}（五类以外）` : area

/** Selects the catalogue item for a new notice. */
export default function PickPage() {
  const org = useOwnOrg()
  const [words, setWords] = useState('')
  const page = useResource<CataloguePage>(`catalogue:${org}`, () =>
    api('GET /orgs/:code/catalogue', { params: { code: org } }),
  )
  return (
    <Frame title="选事项" narrow>
      <LoginGate>
        <Box as="header" className="board">
          <Heading level={1} className="title">
            写哪一项的公示？
          </Heading>
        </Box>
        <SearchBox label="事项名称里的词" placeholder="例如 低保、收支" onSearch={setWords} />
        <Loaded resource={page}>
          {catalogue => {
            const found = matching(catalogue, org, words)
            if (found.length === 0) return <EmptyState title="没有找到" text="换一个短一点的词再找。" />
            return found.map((area, at) => (
              <Section key={`${area.catalogueId}${at}`} title={titleOf(area)}>
                {area.items.map(({ id, path }) => (
                  <Link
                    key={id}
                    className="row"
                    label={[path.slice(-1)[0], path.slice(0, -1).join(' › ')].filter(Boolean).join('，')}
                    url={routes.edit({ item: id, org })}
                  >
                    <Txt className="row__main">
                      <Txt className="row__title">{path.slice(-1)[0]}</Txt>
                      <Txt className="row__meta">{path.slice(0, -1).join(' › ')}</Txt>
                    </Txt>
                  </Link>
                ))}
              </Section>
            ))
          }}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}
