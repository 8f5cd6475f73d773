import { useMemo, useState } from 'react'
import type { NoticePage } from '@shared/contract/reading/site'
import { Button } from '../../components/controls/Button'
import { Loaded } from '../../components/page/Loaded'
import { Box, Txt } from '../../elements/dom'
import { useNotice } from '../../hooks/useNotice'
import { editionChanges } from './changes'

interface Props {
  page: NoticePage
  /** Number of the edition before the one shown. */
  former: number
}

/** Shows what an edition changed 改了什么, once asked for: what it was and what it is. */
export function Changed({ page, former }: Props) {
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return <Button look="plain" label={`和第 ${former} 版比，改了什么`} onPress={() => setAsked(true)} />
  }
  return <Differences page={page} former={former} />
}

function Differences({ page, former }: Props) {
  const before = useNotice(page.notice.id, former)
  return (
    <Loaded resource={before} lines={4}>
      {({ presented, withdrawn }) =>
        withdrawn ? (
          <Box as="p">{`第 ${former} 版已经撤回，没法比。`}</Box>
        ) : (
          <List before={presented} after={page.presented} former={former} />
        )
      }
    </Loaded>
  )
}

type Presented = NoticePage['presented']

function List({ before, after, former }: { before: Presented; after: Presented; former: number }) {
  const changes = useMemo(() => editionChanges(before.blocks, after.blocks), [before, after])
  if (changes.length === 0) return <Box as="p">{`和第 ${former} 版的内容一样。`}</Box>
  return (
    <Box as="ul" label={`和第 ${former} 版不一样的地方`}>
      {changes.map(({ place, before: was, after: is }, at) => (
        <Box key={`${place}${at}`} as="li" className="entry">
          <Txt className="row__title">{place}</Txt>
          {was !== null && <Txt className="row__text">{`原来：${was}`}</Txt>}
          <Txt className="row__text">{is === null ? '现在：没有了' : `现在：${is}`}</Txt>
        </Box>
      ))}
    </Box>
  )
}
