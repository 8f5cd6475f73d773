import { useState } from 'react'
import type { WriteOptions } from '@shared/client'
import type { PlannedChannel } from '@shared/contract/reading/channelProof'
import type { NoticePage } from '@shared/contract/reading/site'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { DateField } from '../../../../components/form/DateField'
import { TextField } from '../../../../components/form/TextField'
import { Problems } from '../../../../components/page/Problems'
import { Box } from '../../../../elements/dom'
import { type PickedFile, pickPhoto } from '../../../../elements/files'
import { useAction } from '../../../../hooks/useAction'
import { serverToday } from '../../../../state/serverClock'

interface Props {
  page: NoticePage
  channel: PlannedChannel
  onChanged: () => void
}

/**
 * Records a proof for one channel: day, sentence, photo. The server re-encodes the photo without location and
 * device data.
 */
export function ProofForm({ page, channel, onChanged }: Props) {
  const { notice } = page
  const write = useAction(onChanged)
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(serverToday)
  const [text, setText] = useState('')
  const [photo, setPhoto] = useState<PickedFile | null>(null)
  const [why, setWhy] = useState('')
  const at = `proof-${channel.name}`
  const words = text.trim()

  const send = async (key: WriteOptions) => {
    const params = { code: notice.orgCode }
    const reason = why.trim() || undefined
    const stored =
      photo && (await api('POST /orgs/:code/files', { params, body: { reason }, file: photo }, key))
    const sha256 = stored?.attachment.sha256
    const body = { edition: notice.edition, channel: channel.name, on }
    await api(
      'POST /notices/:id/proofs',
      {
        params: { id: notice.id },
        body: { ...body, ...(words && { text: words }), ...(sha256 && { sha256 }) },
      },
      key,
    )
  }

  if (!open) {
    return <Button look="plain" label={`登记${channel.kindLabel}`} onPress={() => setOpen(true)} />
  }
  return (
    <>
      <Box as="p" className="small">
        {channel.help}
      </Box>
      <DateField id={`${at}-on`} label="哪一天" value={on} onChange={setOn} />
      <TextField
        id={`${at}-text`}
        label={channel.needs === 'photo' ? '放在哪里（可以不写）' : '说明'}
        multiline
        maxLength={300}
        help="会公开，请不要写个人信息。"
        value={text}
        onChange={setText}
      />
      {channel.needs !== 'words' && (
        <Button
          look="plain"
          label={photo ? `换一张照片（${photo.name}）` : '添加照片'}
          onPress={() => void pickPhoto().then(file => file && setPhoto(file))}
        />
      )}
      {photo && (
        <TextField
          id={`${at}-why`}
          label="照片里有什么，为什么可以公开"
          required
          maxLength={200}
          help="例如：只拍了公开栏，没有人像、签名和证件。"
          value={why}
          onChange={setWhy}
        />
      )}
      <Problems problems={write.problems} />
      <Box className="buttons">
        <Button
          label={write.busy ? '正在登记…' : '登记'}
          disabled={write.busy}
          onPress={() => void write.run(send).then(done => done && onChanged())}
        />
      </Box>
    </>
  )
}
