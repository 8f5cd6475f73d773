import { useState } from 'react'
import type { DraftDiff } from '@shared/contract/catalogues/catalogueDraft'
import type { VillageCatalogueDiff } from '@shared/contract/catalogues/villageCatalogue'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Difference } from '../../diff/Difference'
import type { Reasons } from '../../diff/LeftOutForm'
import { ListDifference } from '../../diff/ListDifference'
import '../../street.scss'
import '../../draft.scss'

/** Shows the changes of a draft, or of a village's own list, before a second person activates it 启用. */
export default function DiffPage() {
  const { id = '', org = '' } = useParams()
  return <Frame title="和现行目录的不同">{org ? <OfVillage org={org} /> : <OfDraft id={id} />}</Frame>
}

function OfDraft({ id }: { id: string }) {
  const page = useResource<DraftDiff>(
    id && `draft-diff:${id}`,
    () => api('GET /catalogue-drafts/:id/diff', { params: { id } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <LoginGate error={page.error}>
      <Loaded resource={page} lines={10}>
        {diff => <Difference diff={diff} onChanged={page.reload} />}
      </Loaded>
    </LoginGate>
  )
}

function OfVillage({ org }: { org: string }) {
  const [reasons, setReasons] = useState<Reasons>({})
  const page = useResource<VillageCatalogueDiff>(
    `village-diff:${org}`,
    () => api('GET /orgs/:code/village-catalogue/diff', { params: { code: org } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <LoginGate error={page.error}>
      <Loaded resource={page} lines={10}>
        {diff => (
          <ListDifference diff={diff} reasons={reasons} onReasons={setReasons} onChanged={page.reload} />
        )}
      </Loaded>
    </LoginGate>
  )
}
