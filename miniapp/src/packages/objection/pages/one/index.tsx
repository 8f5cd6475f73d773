import type { ObjectionPage } from '@shared/contract/participation/objection'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { ObjectionFacts } from '../../../../components/ObjectionFacts'
import { Box, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { Gate } from '../../../../components/account/Gate'
import { OwnSteps } from './OwnSteps'

/** Shows one's own objection; after sending it is the third screen: number, due date in words, contacts. */
export default function OneObjectionPage() {
  const params = useParams()
  const id = params['id'] ?? ''
  const page = useResource<ObjectionPage>(
    `objection:${id}`,
    () => api('GET /objections/:id', { params: { id } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <Frame title="异议" narrow>
      <Gate error={page.error} why="只有提的人自己和办理的人能看。">
        <Loaded resource={page}>
          {data => (
            <>
              {params['sent'] && (
                <Box className="summary" live="polite">
                  <Txt className="state state--ok">{`✓ 已提交，编号 ${data.objection.number}`}</Txt>
                  <Box as="p">{data.objection.dueWords ?? data.objection.next}</Box>
                  <Box as="p">急的话可以打下面的电话，报这个编号。以后在“我的 › 我的异议”里看。</Box>
                </Box>
              )}
              <ObjectionFacts page={data} />
              <OwnSteps page={data} onChanged={page.reload} />
              <Link label="我的全部异议" url={routes.myObjections()} />
            </>
          )}
        </Loaded>
      </Gate>
    </Frame>
  )
}
