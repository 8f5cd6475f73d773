import { useEffect, useState } from 'react'
import { isLandOrHouse } from '@shared/facts/participation/requisition'
import type { Contact } from '@shared/contract/people/org'
import { api } from '../../../../api/client'
import { Gate } from '../../../../components/account/Gate'
import { showTop } from '../../../../elements/platform'
import { useAction } from '../../../../hooks/useAction'
import { useFaults } from '../../../../hooks/useFaults'
import { type AskedDraft, dropDraft, keepDraft, keptDraft, written } from './draft'
import { HowStep } from './HowStep'
import { type Identity, NOBODY, numberFault } from './identity'
import { type StepNumber, Steps } from './Steps'
import { WhatStep } from './WhatStep'
import { type WhoField, whoId, WhoStep } from './WhoStep'
import { Box } from '../../../../elements/dom'

interface Props {
  /** Place that one reads. */
  reads: string
  org: string
  orgName: string
  contacts: readonly Contact[]
  onSent: (id: string) => void
}

const TOP = 'application-top'

/** What has to hold before sending, field by field. */
function rulesOf(who: Identity, { way }: AskedDraft) {
  const number = numberFault(who)
  const name = who.kind === 'natural' ? '请写姓名，和证件上的一样' : '请写单位名称'
  return [
    ['name', who.name.trim() !== '', name],
    ['proofNumber', number === '', number],
    ['phone', /\d{5,}/.test(who.phone.replace(/[\s-]/g, '')), '请写联系电话，有事好找您'],
    ['address', way !== 'post' || who.address.trim() !== '', '要邮寄，请写通信地址'],
  ] as const
}

/** Asks for what, how, and who, a step each. */
export function ApplyForm({ reads, org, orgName, contacts, onSent }: Props) {
  const [at, setAt] = useState<StepNumber>(1)
  const [draft, setDraft] = useState(keptDraft)
  const [who, setWho] = useState(NOBODY)
  const { faults, hold } = useFaults<WhoField>(whoId)
  const { busy, problems, run } = useAction()
  useEffect(() => keepDraft(draft), [draft])

  const go = (step: StepNumber) => {
    setAt(step)
    showTop(TOP)
  }
  const send = async () => {
    if (!hold(rulesOf(who, draft))) return
    const { kind, proofNumber, ...rest } = who
    const items = written(draft)
    const body = {
      ...rest,
      door: 'platform' as const,
      applicantKind: kind,
      proofNumber: proofNumber.replace(/\s/g, '').toUpperCase(),
      items,
      form: draft.form,
      way: draft.way,
      landOrHouse: items.some(isLandOrHouse),
    }
    let id = ''
    const done = await run(async key => {
      id = (await api('POST /orgs/:code/applications', { params: { code: org }, body }, key)).application.id
    })
    if (!done) return
    dropDraft()
    onSent(id)
  }

  return (
    <Box id={TOP}>
      <Steps at={at} />
      {at === 1 && (
        <WhatStep
          reads={reads}
          items={draft.items}
          contacts={contacts}
          onChange={items => setDraft({ ...draft, items })}
          onNext={() => go(2)}
        />
      )}
      {at === 2 && <HowStep draft={draft} onChange={setDraft} onBack={() => go(1)} onNext={() => go(3)} />}
      {at === 3 && (
        <Gate why="登录以后好查进度、收答复。登录后回到这里，写的都还在。">
          <WhoStep
            orgName={orgName}
            who={who}
            byPost={draft.way === 'post'}
            faults={faults}
            busy={busy}
            problems={problems}
            onChange={setWho}
            onBack={() => go(2)}
            onSend={() => void send()}
          />
        </Gate>
      )}
    </Box>
  )
}
