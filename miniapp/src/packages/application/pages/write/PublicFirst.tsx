import { useEffect, useState } from 'react'
import type { SearchPage } from '@shared/contract/reading/search'
import { api } from '../../../../api/client'
import { NoticeRow } from '../../../../components/NoticeRow'
import { Box } from '../../../../elements/dom'
import { IN_WORK, useResource } from '../../../../hooks/useResource'

/** A pause in typing after which is looked. */
const PAUSE_MS = 600
const LONGEST_WORDS = 50
const SHORTEST_WORDS = 2
const MOST_SHOWN = 4

/** Words that have been at rest for a while. */
function useRested(words: string): string {
  const [rested, setRested] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return rested
}

/** Shows while one writes what is already public and fits; one may always go on. What was typed is not kept. */
export function PublicFirst({ org, text }: { org: string; text: string }) {
  const words = useRested(text.trim().slice(0, LONGEST_WORDS))
  const asked = words.length >= SHORTEST_WORDS
  const found = useResource<SearchPage>(
    asked ? `public-first:${org}:${words}` : null,
    () => api('GET /search', { query: { org, q: words } }),
    IN_WORK,
  )
  const shown = found.data ? found.data.items.slice(0, MOST_SHOWN) : []
  return (
    <Box live="polite">
      {asked && shown.length > 0 && (
        <Box className="fits">
          <Box as="p" className="fits__head">
            这些已经公开，不用申请就能看：
          </Box>
          {shown.map(notice => (
            <NoticeRow key={notice.id} notice={notice} withOrg why={notice.why} />
          ))}
          <Box as="p" className="small">
            不是这些？往下走，照样可以申请。
          </Box>
        </Box>
      )}
      {asked && found.data && shown.length === 0 && (
        <Box as="p" className="small">
          没有找到已经公开的，接着往下写，可以申请。
        </Box>
      )}
    </Box>
  )
}
