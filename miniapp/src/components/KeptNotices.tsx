import { useMemo } from 'react'
import { folded, wordsOf } from '@shared/common/searchWords'
import type { NoticePage } from '@shared/contract/reading/site'
import { Box } from '../elements/dom'
import { keptNotices } from '../state/archive'
import { NoticeRow } from './NoticeRow'
import { Section } from './page/Section'

export interface KeptWanted {
  org: string
  category?: string
  /** Only notices that contain all of these words. */
  words?: string
}

interface Props extends KeptWanted {
  /** Ids of notices already shown above. */
  except: readonly string[]
}

const textOf = ({ notice, item }: NoticePage): string =>
  folded([notice.title, notice.sentence, notice.periodLabel, item.area, ...item.path].join('\n'))

/** Lists the notices stored on this phone 手机里留着的, when the list cannot be loaded. */
export function KeptNotices({ org, category, words = '', except }: Props) {
  const kept = useMemo(() => keptNotices().filter(page => page.notice.orgCode === org), [org])
  const wanted = wordsOf(words)
  const shown = kept.filter(
    page =>
      (!category || page.notice.category === category) &&
      !except.includes(page.notice.id) &&
      wanted.every(word => textOf(page).includes(word)),
  )
  const searched = words
    ? `在手机里留着的 ${kept.length} 条公示里找“${words}”，找到 ${shown.length} 条。`
    : ''
  return (
    <Section title="手机里留着的公示">
      <Box as="p" className="small" live="polite">
        {searched || `没有网络也能看的还有 ${shown.length} 条。`}
      </Box>
      <Box className="twos">
        {shown.map(({ notice }) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </Box>
    </Section>
  )
}
