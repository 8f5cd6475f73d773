import { useState } from 'react'
import type { SearchPage } from '@shared/contract/reading/search'
import { api } from '../../../../api/client'
import { NoticeRow } from '../../../../components/NoticeRow'
import { SearchBox } from '../../../../components/controls/SearchBox'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { useResource } from '../../../../hooks/useResource'

/** Shows what is already public and fits, before anything is asked; one may always go on. */
export function PublicFirst({ org }: { org: string }) {
  const [words, setWords] = useState('')
  const found = useResource<SearchPage>(words && `public-first:${org}:${words}`, () =>
    api('GET /search', { query: { org, q: words } }),
  )
  return (
    <Section title="先看看有没有已经公开的">
      <SearchBox label="您要什么" placeholder="例如 征地补偿" onSearch={setWords} />
      {words !== '' && (
        <Loaded resource={found}>
          {({ items, near }) =>
            items.length + near.length === 0 ? (
              <EmptyState title="没有找到已经公开的" text="在下面写清楚要什么，向街道（镇）申请。" />
            ) : (
              [...items, ...near].map(notice => (
                <NoticeRow key={notice.id} notice={notice} withOrg why={notice.why} />
              ))
            )
          }
        </Loaded>
      )}
    </Section>
  )
}
