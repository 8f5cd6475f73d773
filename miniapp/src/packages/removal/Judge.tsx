import { useState } from 'react'
import type { WriteOptions } from '@shared/client'
import type { RemovalPage, WorkRemoval } from '@shared/contract/disclosure/removal'
import { api } from '../../api/client'
import { Button } from '../../components/controls/Button'
import { ConfirmButton } from '../../components/controls/ConfirmButton'
import { SwitchRow } from '../../components/form/SwitchRow'
import { TextField } from '../../components/form/TextField'
import { Problems } from '../../components/page/Problems'
import { Section } from '../../components/page/Section'
import { Box } from '../../elements/dom'
import { useAction } from '../../hooks/useAction'

interface Props {
  removal: WorkRemoval
  onDone: (page: RemovalPage) => void
  onConflict: () => void
}

const WORDS = {
  withdrawal: {
    agree: '确认撤回',
    sure: '确认，不再公开',
    follows: ['确认以后，这条公示不再恢复公开，登记里写明是谁确认的。'],
    refuse: '不同意，恢复公开',
  },
  erasure: {
    agree: '同意依法删除',
    sure: '同意删除',
    follows: ['双方都同意以后立即删除，删了不能恢复。', '登记和总账里留下日期和依据。'],
    refuse: '不同意删除',
  },
} as const
const SHORTEST = 4

/** Shows the presses of the other side: agree, or refuse with a public reason; of the head: take the proposal back. */
export function Judge({ removal, onDone, onConflict }: Props) {
  const { id, version, kind, abilities } = removal
  const [reason, setReason] = useState('')
  const [withFiles, setWithFiles] = useState(false)
  const [fault, setFault] = useState('')
  const write = useAction(onConflict)
  const words = WORDS[kind]
  const take = async (step: (key: WriteOptions) => Promise<RemovalPage>) => {
    let done: RemovalPage | null = null
    const sent = await write.run(async key => {
      done = await step(key)
    })
    if (sent && done) onDone(done)
  }
  const params = { id }
  const agree = () => void take(key => api('POST /removals/:id/agree', { params, body: { version } }, key))
  const drop = () => void take(key => api('POST /removals/:id/drop', { params, body: { version } }, key))
  const refuse = () => {
    const text = reason.trim()
    setFault(text.length < SHORTEST ? '请写不同意的理由，至少 4 个字。' : '')
    if (text.length < SHORTEST) return
    const body = { version, reason: text, withFiles }
    void take(key => api('POST /removals/:id/refuse', { params, body }, key))
  }
  if (abilities.length === 0) return null
  return (
    <Section title="怎么办">
      {abilities.includes('agree') && (
        <>
          <Box className="buttons">
            <ConfirmButton
              look={kind === 'erasure' ? 'danger' : 'main'}
              label={words.agree}
              words={words.follows}
              confirm={words.sure}
              keep="再想想"
              disabled={write.busy}
              onConfirm={agree}
            />
          </Box>
          <TextField
            id="removal-reason"
            label="不同意的理由"
            multiline
            maxLength={500}
            help="会公开，不要写出个人信息。"
            value={reason}
            fault={fault}
            onChange={setReason}
          />
          {kind === 'withdrawal' && (
            <SwitchRow
              label="附件和图片也放回"
              text="看过了，里面没有个人信息"
              on={withFiles}
              onChange={setWithFiles}
            />
          )}
          <Box className="buttons">
            <Button look="plain" label={words.refuse} disabled={write.busy} onPress={refuse} />
          </Box>
        </>
      )}
      {abilities.includes('drop') && (
        <Box className="buttons">
          <ConfirmButton
            look="plain"
            label="收回提议"
            words={['收回以后不删除，以后可以再提。']}
            confirm="确定收回"
            keep="不收回"
            disabled={write.busy}
            onConfirm={drop}
          />
        </Box>
      )}
      <Problems problems={write.problems} />
    </Section>
  )
}
