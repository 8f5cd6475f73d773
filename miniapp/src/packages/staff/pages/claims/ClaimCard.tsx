import { useState } from 'react'
import type { StaffResidencyClaim } from '@shared/contract/people/roster'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Problems } from '../../../../components/page/Problems'
import { Section } from '../../../../components/page/Section'
import { Box } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { type Action, useAction } from '../../../../hooks/useAction'
import { CannedReasons } from '../../../../components/staff/CannedReasons'

interface Props {
  claim: StaffResidencyClaim
  onChanged: () => void
}

function factsOf({
  group,
  phoneMatches,
  inRoster,
  requestedAt,
  decidedByName,
  reason,
}: StaffResidencyClaim): string {
  const phone = { true: '手机号与名册一致', false: '手机号与名册不一致' }[String(phoneMatches)]
  return [
    group,
    phone,
    !inRoster && '现在的名册里没有此人',
    `${fullDate(requestedAt)}申请`,
    decidedByName && `${decidedByName}办`,
    reason,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Shows one residency claim with the buttons to confirm or refuse it. */
export function ClaimCard({ claim, onChanged }: Props) {
  const { id, version, kind, name, relationLabel, abilities } = claim
  const write = useAction(onChanged)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const take = async (step: Parameters<Action['run']>[0]) => {
    if (await write.run(step)) onChanged()
  }
  const decline = () => {
    const body = { version, reason: reason.trim() }
    void take(key =>
      abilities.includes('end')
        ? api('POST /residency-claims/:id/end', { params: { id }, body }, key)
        : api('POST /residency-claims/:id/refuse', { params: { id }, body }, key),
    )
  }
  return (
    <Section title={kind === 'own' ? name : `代 ${name} 办（${relationLabel ?? '亲属'}）`}>
      <Box as="p" className="small">
        {factsOf(claim)}
      </Box>
      <Problems problems={write.problems} />
      <Box className="buttons">
        {abilities.includes('confirm') && (
          <Button
            label={`确认是${name}${kind === 'own' ? '本人' : '的亲属'}`}
            disabled={write.busy}
            onPress={() =>
              void take(key =>
                api('POST /residency-claims/:id/confirm', { params: { id }, body: { version } }, key),
              )
            }
          />
        )}
        {abilities.length > 0 && !asking && (
          <Button
            look="danger"
            label={abilities.includes('end') ? '结束认证' : '不通过'}
            onPress={() => setAsking(true)}
          />
        )}
      </Box>
      {asking && (
        <>
          <CannedReasons use="refuse-claim" onPick={setReason} />
          <TextField
            id={`reason-${id}`}
            label="原因"
            required
            maxLength={200}
            help="申请的人会看到。"
            value={reason}
            onChange={setReason}
          />
          <Box className="buttons">
            <Button
              look="danger"
              label="写好了，提交"
              disabled={write.busy || reason.trim().length < 2}
              onPress={decline}
            />
          </Box>
        </>
      )}
    </Section>
  )
}
