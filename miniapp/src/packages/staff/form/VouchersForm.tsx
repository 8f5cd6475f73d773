import type { Attachment } from '@shared/contract/disclosure/notice'
import { MOST_VOUCHERS } from '@shared/facts/disclosure/attachments'
import { api } from '../../../api/client'
import { FilePicker } from '../../../components/form/FilePicker'
import { Box, Press, Txt } from '../../../elements/dom'
import type { Change } from './types'

interface Props {
  /** Path of the line in the draft. */
  at: string
  number: number
  orgCode: string
  images: readonly Attachment[]
  /** Changes the pictures as they are at that moment: other fields may be edited during an upload. */
  onChange: Change<readonly Attachment[]>
}

/** Edits the voucher pictures 凭证图片 of one line; the server scans and re-encodes each photo. */
export function VouchersForm({ at, number, orgCode, images, onChange }: Props) {
  const without = (all: readonly Attachment[], hash: string) => all.filter(({ sha256 }) => sha256 !== hash)
  return (
    <>
      {images.map(({ sha256 }, index) => (
        <Box key={sha256} className="row">
          <Txt className="row__main">{`凭证第 ${index + 1} 张，已经查过`}</Txt>
          <Press
            className="button button--plain"
            label={`去掉第 ${number} 笔凭证第 ${index + 1} 张`}
            onPress={() => onChange(before => without(before, sha256))}
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
          onStored={stored => onChange(before => [...without(before, stored.sha256), stored])}
        />
      )}
    </>
  )
}
