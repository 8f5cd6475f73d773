import type { DraftList } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../api/client'
import { Loaded } from '../../../components/page/Loaded'
import { Box } from '../../../elements/dom'
import { IN_WORK, useResource } from '../../../hooks/useResource'
import { useReshown } from '../../../hooks/useReshown'
import { DraftsOf } from './DraftsOf'
import { ImportForm } from './ImportForm'

/** Imports a village's own file: checked like the street's catalogue, then put into the list. */
export function VillageImport({ org }: { org: string }) {
  const drafts = useResource<DraftList>(
    `drafts:${org}`,
    () => api('GET /orgs/:code/catalogues/drafts', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(drafts.reload)
  return (
    <Box>
      <Box as="p">
        Excel、Word、网页、文本都可以。先存成草稿，看不准的格子请您核对，看过不同以后再用到目录里。
      </Box>
      <ImportForm org={org} />
      <Loaded resource={drafts}>{({ items }) => <DraftsOf drafts={items} />}</Loaded>
    </Box>
  )
}
