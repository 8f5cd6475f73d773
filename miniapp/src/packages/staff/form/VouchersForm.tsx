import type { Attachment } from '@shared/contract/disclosure/notice'
import { MOST_VOUCHERS } from '@shared/facts/disclosure/attachments'
import { useEffect, useRef } from 'react'
import { api } from '../../../api/client'
import { FilePicker } from '../../../components/form/FilePicker'
import { Box, Press, Txt } from '../../../elements/dom'

interface Props {
  /** Path of the line in the draft. */
  at: string
  number: number
  orgCode: string
  images: readonly Attachment[]
  onChange: (images: Attachment[]) => void
}

/** Edits the voucher pictures 凭证图片 of one line; the server scans and re-encodes each photo. */
export function VouchersForm({ at, number, orgCode, images, onChange }: Props) {
  // Other fields may be edited during the upload.
  const latest = useRef({ images, onChange })
  useEffect(() => {
    latest.current = { images, onChange }
  })
  const without = (hash: string) => latest.current.images.filter(({ sha256 }) => sha256 !== hash)
  return (
    <>
      {images.map(({ sha256 }, index) => (
        <Box key={sha256} className="row">
          <Txt className="row__main">{`凭证第 ${index + 1} 张，已经查过`}</Txt>
          <Press
            className="button button--plain"
            label={`去掉第 ${number} 笔凭证第 ${index + 1} 张`}
            onPress={() => onChange(without(sha256))}
          >
            去掉
          </Press>
        </Box>
      ))}
      {images.length < MOST_VOUCHERS && (
        <FilePicker
          at={at}
          of={`第 ${number} 笔的凭证`}
          photosOnly
          store={(file, { reason, cover, ...key }) =>
            api('POST /orgs/:code/files', { params: { code: orgCode }, body: { reason, cover }, file }, key)
          }
          onStored={stored => latest.current.onChange([...without(stored.sha256), stored])}
        />
      )}
    </>
  )
}
