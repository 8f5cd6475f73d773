import { useEffect, useRef, useState } from 'react'
import { ApiError } from '@shared/client'
import type { Issue } from '@shared/schemas/common'
import { client, newIdempotencyKey } from '../../../api/client'
import { Button } from '../../../components/Button'
import { TextField } from '../../../components/form/TextField'
import { Box, Press, Txt } from '../../../elements/dom'
import { type PickedFile, pickFile, pickPhoto } from '../../../elements/files'
import type { DraftOf } from '../draft/types'
import type { PartProps } from './types'

interface Props extends PartProps<DraftOf<'kept'>> {
  orgCode: string
}

/** Why a file was not taken; `needsReason`: with a reason it may be. */
interface Refused {
  file: PickedFile
  message: string
  findings: readonly Issue[]
  needsReason: boolean
}

type Files = DraftOf<'kept'>['block']['files']

const REASON_CODES = ['file-needs-reason', 'file-reason-invalid']

/** Hands a file in: the server looks into it and keeps it only when nothing personal is in it. */
function useFiles({ orgCode, value, onChange }: Props) {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  // Other fields may have been typed into while the file was on its way.
  const latest = useRef({ value, onChange })
  useEffect(() => {
    latest.current = { value, onChange }
  })
  const put = (change: (files: Files) => Files) => {
    const { value: now, onChange: give } = latest.current
    give({ ...now, block: { ...now.block, files: change(now.block.files) } })
  }

  const send = async (file: PickedFile, reason?: string) => {
    setBusy(true)
    try {
      const { attachment } = await client.storeFile(orgCode, file, {
        idempotencyKey: newIdempotencyKey(),
        reason,
      })
      setRefused(null)
      put(files => [...files.filter(({ sha256 }) => sha256 !== attachment.sha256), attachment])
    } catch (error) {
      const known = error instanceof ApiError ? error : null
      setRefused({
        file,
        message: known?.message ?? '没有上传成功，请再试一次。',
        findings: known?.details ?? [],
        needsReason: REASON_CODES.includes(known?.code ?? ''),
      })
    } finally {
      setBusy(false)
    }
  }
  const add = async (pick: () => Promise<PickedFile | null>) => {
    const file = await pick()
    if (file) await send(file)
  }
  const remove = (hash: string) => put(files => files.filter(({ sha256 }) => sha256 !== hash))
  return { busy, refused, send, add, remove }
}

/** What was found in a file that was not taken, and where a reason helps, the place to write it. */
function Findings({
  refused,
  at,
  onSend,
}: {
  refused: Refused
  at: string
  onSend: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  return (
    <Box className="faults" live="assertive">
      <Txt className="field__fault">{`× ${refused.file.name}：${refused.message}`}</Txt>
      {refused.findings.map(({ message }, index) => (
        <Box as="p" key={index}>
          {message}
        </Box>
      ))}
      {refused.needsReason && (
        <>
          <TextField
            id={`${at}.reason`}
            label="为什么可以公开"
            help="例如：道路施工现场照片，没有人像。"
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
          <Button label="写明理由，上传" look="plain" onPress={() => onSend(reason)} />
        </>
      )}
    </Box>
  )
}

/** 附件: the files of a notice, one press to add, one to take away. */
export function FilesForm(props: Props) {
  const { at, value } = props
  const { busy, refused, send, add, remove } = useFiles(props)
  return (
    <>
      {value.block.files.map(({ name, sha256 }) => (
        <Box key={sha256} className="row">
          <Txt className="row__main">{name}</Txt>
          <Press className="button button--plain" label={`去掉附件 ${name}`} onPress={() => remove(sha256)}>
            去掉
          </Press>
        </Box>
      ))}
      {refused && (
        <Findings
          key={`${refused.file.name}${refused.message}`}
          at={at}
          refused={refused}
          onSend={reason => void send(refused.file, reason)}
        />
      )}
      <Box className="buttons">
        <Button
          label={busy ? '正在检查…' : '添加文件'}
          look="plain"
          disabled={busy}
          onPress={() => void add(pickFile)}
        />
        <Button label="添加照片" look="plain" disabled={busy} onPress={() => void add(pickPhoto)} />
      </Box>
    </>
  )
}
