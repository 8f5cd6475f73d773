import { useState } from 'react'
import { dateLabel } from '@shared/common/period'
import type { Grant, RevokeReason } from '@shared/contract/people/grant'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { ConfirmButton } from '../../../components/controls/ConfirmButton'
import { DateField } from '../../../components/form/DateField'
import { SelectField } from '../../../components/form/SelectField'
import { Problems } from '../../../components/page/Problems'
import { Box, Heading, Txt } from '../../../elements/dom'
import { type Action, useAction } from '../../../hooks/useAction'

interface Props {
  grant: Grant
  onChanged: () => void
}

const STATES: Record<Grant['state'], string> = {
  unconfirmed: '○ 待确认，还不算数',
  waiting: '○ 还没开始',
  current: '✓ 在任',
  ended: '到期',
  revoked: '已撤销',
}

const REASONS: readonly { value: RevokeReason; label: string }[] = [
  { value: 'term-over', label: '任期满了' },
  { value: 'resigned', label: '本人辞职' },
  { value: 'recalled', label: '被罢免' },
  { value: 'moved', label: '调走了' },
  { value: 'mistake', label: '授错了' },
]

const termOf = ({ from, to }: Grant): string =>
  `${dateLabel(from)}起，${to === null ? '没有写到期的日子' : `到${dateLabel(to)}止`}`

/** Shows one posting 任职, with its term and the ways to change or end it. */
export function GrantCard({ grant, onChanged }: Props) {
  const write = useAction(onChanged)
  const [open, setOpen] = useState<'term' | 'end' | null>(null)
  const isOpen = grant.abilities.includes('change') && grant.state !== 'ended'
  const take = async (step: Parameters<Action['run']>[0]) => {
    if (await write.run(step)) onChanged()
  }
  return (
    <Box as="section" className="row row--stack">
      <Heading level={3} className="row__title">
        {`${grant.userName}，${grant.roleLabel}`}
      </Heading>
      <Txt className="row__meta">{termOf(grant)}</Txt>
      <Txt className={`state${grant.state === 'current' ? ' state--ok' : ''}`}>{STATES[grant.state]}</Txt>
      {grant.abilities.includes('confirm') && (
        <Box className="buttons">
          <Button
            label={`确认${grant.userName}的任职`}
            disabled={write.busy}
            onPress={() =>
              void take(key =>
                api(
                  'POST /grants/:id/confirm',
                  { params: { id: grant.id }, body: { version: grant.version } },
                  key,
                ),
              )
            }
          />
        </Box>
      )}
      {isOpen && (
        <Box className="buttons">
          <Button
            look="plain"
            label={`改${grant.userName}的任期`}
            onPress={() => setOpen(open === 'term' ? null : 'term')}
          />
          <Button
            look="plain"
            label={`撤销${grant.userName}的任职`}
            onPress={() => setOpen(open === 'end' ? null : 'end')}
          />
        </Box>
      )}
      {open === 'term' && <Term grant={grant} busy={write.busy} onTake={take} />}
      {open === 'end' && <End grant={grant} busy={write.busy} onTake={take} />}
      <Problems problems={write.problems} />
    </Box>
  )
}

interface FormProps {
  grant: Grant
  busy: boolean
  onTake: (step: Parameters<Action['run']>[0]) => Promise<void>
}

function Term({ grant: { id, version, ...grant }, busy, onTake }: FormProps) {
  const [from, setFrom] = useState(grant.from)
  const [to, setTo] = useState(grant.to ?? '')
  const body = { version, from, to: to === '' ? null : to }
  return (
    <>
      <DateField id={`${id}-from`} label="从哪天起" required value={from} onChange={setFrom} />
      <DateField id={`${id}-to`} label="到哪天止" help="不填就一直到撤销。" value={to} onChange={setTo} />
      <Box className="buttons">
        <Button
          label="存好任期"
          disabled={busy || from === ''}
          onPress={() => void onTake(key => api('POST /grants/:id/term', { params: { id }, body }, key))}
        />
      </Box>
    </>
  )
}

function End({ grant: { id, version, userName }, busy, onTake }: FormProps) {
  const [reason, setReason] = useState<RevokeReason>('term-over')
  return (
    <>
      <SelectField
        id={`${id}-reason`}
        label="为什么撤销"
        value={reason}
        options={REASONS}
        onChange={value => setReason(REASONS.find(one => one.value === value)?.value ?? reason)}
      />
      <Box className="buttons">
        <ConfirmButton
          look="danger"
          label="撤销任职"
          words={[`${userName}马上不能再办这里的事，没有办完的留给别人接着办。`]}
          confirm="确定撤销"
          keep="先不撤"
          disabled={busy}
          onConfirm={() =>
            void onTake(key =>
              api('POST /grants/:id/revoke', { params: { id }, body: { version, reason } }, key),
            )
          }
        />
      </Box>
    </>
  )
}
