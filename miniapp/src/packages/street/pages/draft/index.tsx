import { useState } from 'react'
import type { DraftPage } from '@shared/contract/catalogues/catalogueDraft'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Checking } from '../../draft/Checking'
import '../../street.scss'
import '../../draft.scss'

/** Checks a draft 核对目录: values next to the source text, cell by cell. */
export default function DraftPageView() {
  const { id = '' } = useParams()
  const page = useResource<DraftPage>(
    id && `draft:${id}`,
    () => api('GET /catalogue-drafts/:id', { params: { id } }),
    IN_WORK,
  )
  const [changed, setChanged] = useState<DraftPage | null>(null)
  const again = () => {
    setChanged(null)
    page.reload()
  }
  useReshown(again)
  return (
    <Frame title="核对目录">
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={10}>
          {loaded => <Checking draft={changed ?? loaded} onChanged={setChanged} onConflict={again} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}
