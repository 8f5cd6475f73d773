import { useState } from 'react'
import type { CataloguePage } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { SearchBox } from '../../../../components/controls/SearchBox'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'

type Area = CataloguePage['areas'][number]

/** Filters areas by items whose path contains the words; without words the items of the five categories. */
function matching(areas: readonly Area[], words: string): Area[] {
  const wanted = (item: Area['items'][number]) =>
    words ? item.path.some(part => part.includes(words)) : item.category !== null
  return areas
    .map(area => ({ ...area, items: area.items.filter(wanted) }))
    .filter(area => area.items.length > 0)
}

/** Selects the catalogue item for a new notice. */
export default function PickPage() {
  const params = useParams()
  const org = params['org'] ?? ''
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
          {({ areas }) => {
            const found = matching(areas, words)
            if (found.length === 0) return <EmptyState title="没有找到" text="换一个短一点的词再找。" />
            return found.map(area => (
              <Section key={area.catalogueId} title={area.area}>
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
