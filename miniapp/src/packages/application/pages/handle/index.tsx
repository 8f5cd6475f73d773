import { useState } from 'react'
import type { ApplicationPage, ApplicationStep } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { SelectField } from '../../../../components/form/SelectField'
import { TextField } from '../../../../components/form/TextField'
import { Fold } from '../../../../components/page/Fold'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Papers } from '../../Papers'
import { Reply } from '../../Reply'
import { Section } from '../../../../components/page/Section'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Box } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { useMe } from '../../../../state/session'
import { ProgressFacts } from '../../ProgressFacts'
import { ArchiveFold } from './ArchiveFold'
import { DeskSettings } from './DeskSettings'
import { IdentityFold } from './IdentityFold'
import { ItemsFold } from './ItemsFold'
import { PapersFold } from './PapersFold'
import { StepFold } from './StepFold'
import { STEP_FORMS } from './stepForms'

/** Handles one application at the desk: what may be done now, the draft of the answer, its faults before signing. */
export default function HandlePage() {
  const id = useParams()['id'] ?? ''
  const page = useResource<ApplicationPage>(
    `application-work:${id}`,
    () => api('GET /applications/:id', { params: { id } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <Frame title="办理公开申请" narrow>
      <LoginGate>
        <Loaded resource={page}>
          {data => <Handling key={data.version} page={data} onChanged={page.reload} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

interface Props {
  page: ApplicationPage
  onChanged: () => void
}

/** What is asked, the reply as far as it is written, and what still keeps it from being signed. */
function CaseFile({
  page: { items, letter, remedy, faults, similar, doorLabel, applicant },
}: Pick<Props, 'page'>) {
  return (
    <>
      <Section title="申请">
        <Box as="p" className="small">{`${applicant} · ${doorLabel}`}</Box>
        <Box as="ul">
          {items.map(({ id, asked }) => (
            <Box as="li" key={String(id)}>
              {String(asked)}
            </Box>
          ))}
        </Box>
      </Section>
      {similar.map(({ itemId, people, numbers, address, decision }) => (
        <Box as="p" key={itemId}>
          {`第 ${itemId} 项有 ${people} 个人申请过（${numbers.join('、')}）${address === null ? '' : `，已经公开在 ${address}，可以答复“已经主动公开”`}。${decision === null ? '' : `已经决定：${decision}。`}`}
        </Box>
      ))}
      <Reply text={[letter, remedy].filter(Boolean).join('\n')} />
      {faults.length > 0 && (
        <Section title="签发前检查">
          <Problems
            problems={faults.map(
              ({ severity, message }) => `${severity === 'block' ? '要改' : '请看'}：${message}`,
            )}
          />
        </Section>
      )}
    </>
  )
}

function Handling({ page, onChanged }: Props) {
  const me = useMe()
  const { busy, problems, run } = useAction(onChanged)
  const { application, version, steps, items, desk } = page
  const isHead = me?.roles.some(({ role, orgCode }) => role === 'head' && orgCode === application.orgCode)
  const take = (step: ApplicationStep, data: Record<string, unknown>) =>
    void run(key =>
      api(
        'POST /applications/:id/steps',
        { params: { id: application.id }, body: { version, step, data } },
        key,
      ),
    ).then(done => {
      if (done) onChanged()
    })
  return (
    <>
      <ProgressFacts
        progress={page.progress}
        above={`编号 ${page.application.number}`}
        title={page.application.title}
      />
      <CaseFile page={page} />
      <Section title="接下来">
        <Problems problems={problems} />
        <Material page={page} onTake={take} onChanged={onChanged} />
        {steps.includes('items') && (
          <ItemsFold
            items={items}
            places={desk?.searchPlaces ?? []}
            busy={busy}
            onTake={data => take('items', data)}
          />
        )}
        {steps.map(step => {
          const form = STEP_FORMS[step]
          return (
            form && (
              <StepFold key={step} step={step} {...form} busy={busy} onTake={data => take(step, data)} />
            )
          )
        })}
        {steps.includes('review') && <Review page={page} busy={busy} onTake={data => take('review', data)} />}
        {steps.includes('sign') && (
          <Button label="签发这份答复书" disabled={busy} onPress={() => take('sign', { hash: page.hash })} />
        )}
        {steps.includes('take') || steps.includes('draft') || steps.includes('deliver') ? (
          <IdentityFold page={page} onChanged={onChanged} />
        ) : null}
        <ArchiveFold page={page} />
        {isHead && desk && <DeskSettings org={application.orgCode} desk={desk} onChanged={onChanged} />}
      </Section>
    </>
  )
}

/** What is given with the reply: put in and taken out until it is reviewed. */
function Material({
  page,
  onTake,
  onChanged,
}: Props & { onTake: (step: ApplicationStep, data: Record<string, unknown>) => void }) {
  const { steps, papers } = page
  const drop = steps.includes('drop-paper') && {
    onDrop: (paperId: string) => onTake('drop-paper', { paperId }),
  }
  return (
    <>
      {steps.includes('items') && <PapersFold page={page} onChanged={onChanged} />}
      {papers.length > 0 && <Papers papers={papers} {...drop} />}
    </>
  )
}

const OPINIONS = [
  { value: 'agree', label: '同意' },
  { value: 'agree-with-changes', label: '修改后同意' },
  { value: 'object', label: '不同意' },
]

/** The lawyer's opinion holds for this text alone. */
function Review({
  page,
  busy,
  onTake,
}: {
  page: ApplicationPage
  busy: boolean
  onTake: (data: Record<string, unknown>) => void
}) {
  const [opinion, setOpinion] = useState('agree')
  const [points, setPoints] = useState('')
  return (
    <Fold label="律师审核" note="意见只对现在这一份答复书有效，改一个字要重新审" opened>
      <SelectField
        id="review-opinion"
        label="意见"
        value={opinion}
        options={OPINIONS}
        onChange={setOpinion}
      />
      <TextField
        id="review-points"
        label="说明"
        multiline
        maxLength={2000}
        value={points}
        onChange={setPoints}
      />
      <Box className="buttons">
        <Button
          label="提交审核意见"
          disabled={busy}
          onPress={() => onTake({ opinion, points, hash: page.hash })}
        />
      </Box>
    </Fold>
  )
}
