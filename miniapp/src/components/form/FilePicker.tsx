import { useRef, useState } from 'react'
import { MOST_COVERED } from '@shared/facts/disclosure/attachments'
import { flatMap } from '@shared/common/lists'
import type { WriteOptions } from '@shared/client'
import type { Issue } from '@shared/contract/common'
import type { UploadedFile } from '@shared/contract/disclosure/files'
import { Box, Txt } from '../../elements/dom'
import { type PickedFile, pickFile, pickPhoto } from '../../elements/files'
import { useAction } from '../../hooks/useAction'
import { Button } from '../controls/Button'
import { CoverPicture } from './CoverPicture'
import { TextField } from './TextField'

/** Reason for refusing a file; `needsReason`: a reason may release it. */
interface Refused {
  file: PickedFile
  message: string
  findings: readonly Issue[]
  needsReason: boolean
  /** What was painted over when it was refused; painted over again with the next attempt. */
  cover: string | undefined
}

/** `reason`: why what a person had to look at is no personal data. `cover`: areas of a picture to be painted over. */
interface StoreOptions extends WriteOptions {
  reason?: string
  cover?: string
}

interface Sent {
  file: PickedFile
  cover?: string
}

interface Props {
  /** Id of the field that it belongs to. */
  at: string
  /** Subject of the files, if a page has several pickers. */
  of?: string
  /** Accepts pictures only. */
  photosOnly?: true
  store: (file: PickedFile, by: StoreOptions) => Promise<UploadedFile>
  onStored: (file: UploadedFile['attachment']) => void
}

const REASON_CODES = ['file-needs-reason', 'file-reason-invalid']

/** Uploads a file; the server scans it and stores it only if it has no personal data. */
function useUpload({ store, onStored }: Props) {
  const [refused, setRefused] = useState<Refused | null>(null)
  const sent = useRef<Sent | null>(null)
  const { busy, run } = useAction({
    onFailed: known => {
      if (!sent.current) return
      setRefused({
        file: sent.current.file,
        cover: sent.current.cover,
        message: known?.message ?? '没有上传成功，请再试一次。',
        findings: known?.details ?? [],
        needsReason: REASON_CODES.includes(known?.code ?? ''),
      })
    },
  })
  const send = async ({ file, cover }: Sent, reason?: string) => {
    sent.current = { file, cover }
    await run(async key => {
      const { attachment } = await store(file, { ...key, reason: reason || undefined, cover })
      setRefused(null)
      onStored(attachment)
    })
  }
  const add = async (pick: () => Promise<PickedFile | null>) => {
    const file = await pick()
    if (file) await send({ file })
  }
  return { busy, refused, send, add }
}

interface FindingsProps {
  refused: Refused
  at: string
  busy: boolean
  onSend: (reason: string) => void
  onCover: (cover: string) => void
}

/** Shows the privacy findings of a refused file, and a field for the reason if one may release them. */
function Findings({ refused, at, busy, onSend, onCover }: FindingsProps) {
  const [reason, setReason] = useState('')
  const areas = flatMap(refused.findings, ({ area }) => (area ? [area] : [])).slice(
    0,
    MOST_COVERED - (refused.cover?.split(';').length ?? 0),
  )
  return (
    <Box className="faults" live="assertive">
      <Txt className="field__fault">{`× ${refused.file.name}：${refused.message}`}</Txt>
      {refused.findings.map(({ message }, index) => (
        <Box as="p" key={index}>
          {message}
        </Box>
      ))}
      {areas.length > 0 && (
        <CoverPicture
          file={refused.file}
          areas={areas}
          busy={busy}
          onCover={more => onCover(refused.cover ? `${refused.cover};${more}` : more)}
        />
      )}
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

/** Adds one file or photo at a time; a refusal is shown with its reason. */
export function FilePicker(props: Props) {
  const { at, of = '', photosOnly } = props
  const { busy, refused, send, add } = useUpload(props)
  return (
    <>
      {refused && (
        <Findings
          key={`${refused.file.name}${refused.message}`}
          at={at}
          refused={refused}
          busy={busy}
          onSend={reason => void send(refused, reason)}
          onCover={cover => void send({ file: refused.file, cover })}
        />
      )}
      <Box className="buttons">
        {!photosOnly && (
          <Button
            label={busy ? '正在检查…' : `添加${of}文件`}
            look="plain"
            disabled={busy}
            onPress={() => void add(pickFile)}
          />
        )}
        <Button
          label={busy && photosOnly ? '正在检查…' : `添加${of}照片`}
          look="plain"
          disabled={busy}
          onPress={() => void add(pickPhoto)}
        />
      </Box>
    </>
  )
}
