import { useState } from 'react'
import type { ApplicationPage } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Link } from '../../../../components/controls/Link'
import { ReasonForm } from '../../../../components/form/ReasonForm'
import { TextField } from '../../../../components/form/TextField'
import { Button } from '../../../../components/controls/Button'
import { Fold } from '../../../../components/page/Fold'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Reply } from '../../Reply'
import { Section } from '../../../../components/page/Section'
import { Box, Txt } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { Gate } from '../../../../components/account/Gate'
import { ProgressFacts } from '../../ProgressFacts'

/** Shows one's own application: after sending number, short code and last day; then its progress and the answer. */
export default function OneApplicationPage() {
  const params = useParams()
  const id = params['id'] ?? ''
  const page = useResource<ApplicationPage>(
    `application:${id}`,
    () => api('GET /applications/:id', { params: { id } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <Frame title="我的申请" narrow>
      <Gate error={page.error} why="只有申请人自己和办理的机关能看。">
        <Loaded resource={page}>
          {data => (
            <>
              {params['sent'] && (
                <Box className="summary" live="polite">
                  <Txt className="state state--ok">{`✓ 已提交，编号 ${data.application.number}`}</Txt>
                  <Box as="p">{`查询码 ${data.code}。记下编号和查询码，不登录也能查进度。`}</Box>
                </Box>
              )}
              <ProgressFacts
                progress={data.progress}
                above={`只有您看得到·编号 ${data.application.number}`}
                title={titleOf(data)}
              />
              <OwnSteps page={data} onChanged={page.reload} />
              <Asked page={data} />
              <Link label="我的全部申请" url={routes.myApplications()} />
            </>
          )}
        </Loaded>
      </Gate>
    </Frame>
  )
}

/** First item, and how many there are: 征收土地公告等 2 件. */
const titleOf = ({ application: { title }, items }: ApplicationPage): string =>
  items.length > 1 ? `${title}等 ${items.length} 件` : title

function Asked({ page: { items, letter, code } }: { page: ApplicationPage }) {
  return (
    <>
      <Reply text={letter} />
      <Section title={`您要的 ${items.length} 件`}>
        <Box as="ul">
          {items.map(({ id, asked }, at) => (
            <Box as="li" className="row" key={String(id)}>
              <Txt className="row__title">{`${at + 1}. ${String(asked)}`}</Txt>
            </Box>
          ))}
        </Box>
        <Box as="p" className="small">{`没有登录也能查：到“凭编号查进度”，报编号和查询码 ${code}。`}</Box>
      </Section>
    </>
  )
}

/** The applicant corrects once, or withdraws. */
function OwnSteps({ page, onChanged }: { page: ApplicationPage; onChanged: () => void }) {
  const [text, setText] = useState('')
  const { busy, problems, run } = useAction(onChanged)
  const { version, steps, application } = page
  const take = (step: 'corrected' | 'withdraw', data: Record<string, unknown>) =>
    void run(key =>
      api(
        'POST /applications/:id/steps',
        { params: { id: application.id }, body: { version, step, data } },
        key,
      ),
    ).then(done => {
      if (done) onChanged()
    })
  const items = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  return (
    <>
      <Problems problems={problems} />
      {steps.includes('corrected') && (
        <Section title="补正">
          <TextField
            id="application-corrected"
            label="补正以后要的内容"
            required
            multiline
            maxLength={4000}
            help="一行写一项。一次补齐：补正只有一次。"
            value={text}
            onChange={setText}
          />
          <Box className="buttons">
            <Button
              label="提交补正"
              disabled={busy || items.length === 0}
              onPress={() => take('corrected', { items })}
            />
          </Box>
        </Section>
      )}
      {steps.includes('withdraw') && (
        <Fold label="不要了，撤回申请">
          <ReasonForm
            id="application-withdraw"
            label="撤回的原因"
            help="例如：已经在公开栏看到了。撤回以后不再办理。"
            done="撤回申请"
            busy={busy}
            onDone={reason => take('withdraw', { reason })}
          />
        </Fold>
      )}
    </>
  )
}
