import { useState } from 'react'
import { flatMap } from '@shared/common/lists'
import type { CataloguePage } from '@shared/contract/reading/site'
import { api } from '../../../api/client'
import { Loaded } from '../../../components/page/Loaded'
import { SearchBox } from '../../../components/controls/SearchBox'
import { Box, Press, Txt } from '../../../elements/dom'
import { useResource } from '../../../hooks/useResource'
import { type Choice, nameOf } from './choices'

interface Props {
  /** Id of the village item. */
  id: string
  /** Organisation whose catalogue is searched. */
  issuer: string
  onFind: (choice: Choice) => void
}

const MOST = 12

interface Found {
  key: string
  name: string
  area: string
}

const holding = ({ areas }: CataloguePage, words: string): Found[] =>
  flatMap(areas, ({ area, items }) =>
    items
      .filter(({ path }) => path.some(part => part.includes(words)))
      .map(({ key, path }) => ({ key, name: nameOf(path), area })),
  )

/** Searches the street's catalogue for any other item by name. */
export function FindItem({ id, issuer, onFind }: Props) {
  const [words, setWords] = useState('')
  const page = useResource<CataloguePage>(words ? `catalogue:${issuer}` : null, () =>
    api('GET /orgs/:code/catalogue', { params: { code: issuer } }),
  )
  return (
    <Box>
      <SearchBox id={`find-${id}`} label="在街道目录里找" placeholder="例如 低保、收支" onSearch={setWords} />
      {words && (
        <Loaded resource={page} lines={3}>
          {catalogue => <FoundItems found={holding(catalogue, words)} onFind={onFind} />}
        </Loaded>
      )}
    </Box>
  )
}

function FoundItems({ found, onFind }: { found: Found[]; onFind: Props['onFind'] }) {
  if (found.length === 0) return <Box as="p">没有找到，换一个短一点的词再找。</Box>
  return (
    <>
      {found.slice(0, MOST).map(({ key, name, area }) => (
        <Press
          key={key}
          className="row"
          label={`选这一项：${name}，${area}`}
          onPress={() => onFind({ itemKey: key, name, relation: 'same' })}
        >
          <Txt className="row__main">
            <Txt className="row__title">{name}</Txt>
            <Txt className="row__meta">{area}</Txt>
          </Txt>
        </Press>
      ))}
      {found.length > MOST && (
        <Box as="p" className="small">{`还有 ${found.length - MOST} 项，词再长一点就找得准。`}</Box>
      )}
    </>
  )
}
