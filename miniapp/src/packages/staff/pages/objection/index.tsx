import type { ObjectionPage } from '@shared/contract/participation/objection'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { ObjectionFacts } from '../../../../components/ObjectionFacts'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { AnswerForm } from './AnswerForm'
import { ReviewForm } from './ReviewForm'

/** Shows one objection to staff, for answer or review. */
export default function AnswerPage() {
  const params = useParams()
  const id = params['id'] ?? ''
  const page = useResource<ObjectionPage>(
    `objection:${id}`,
    () => api('GET /objections/:id', { params: { id } }),
    IN_WORK,
  )
  return (
    <Frame title="办理异议" narrow>
      <LoginGate error={page.error}>
        <Loaded resource={page}>
          {data => (
            <>
              <ObjectionFacts page={data} />
              {data.abilities.includes('answer') && <AnswerForm page={data} onChanged={page.reload} />}
              {data.abilities.includes('release') && <ReviewForm page={data} onChanged={page.reload} />}
            </>
          )}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}
