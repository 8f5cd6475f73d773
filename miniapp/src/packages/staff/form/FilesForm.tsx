import { api } from '../../../api/client'
import { FilePicker } from '../../../components/form/FilePicker'
import { Box, Press, Txt } from '../../../elements/dom'
import type { DraftOf } from '../draft/types'
import type { PartProps } from './types'

interface Props extends PartProps<DraftOf<'kept'>> {
  orgCode: string
}

type Files = DraftOf<'kept'>['block']['files']

/** Edits the attachments 附件 of a notice. */
export function FilesForm({ at, orgCode, value, onChange }: Props) {
  const put = (change: (files: Files) => Files) =>
    onChange(before => ({ ...before, block: { ...before.block, files: change(before.block.files) } }))
  const remove = (hash: string) => put(files => files.filter(({ sha256 }) => sha256 !== hash))
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
      <FilePicker
        at={at}
        store={(file, { reason, cover, ...key }) =>
          api('POST /orgs/:code/files', { params: { code: orgCode }, body: { reason, cover }, file }, key)
        }
        onStored={file => put(files => [...files.filter(({ sha256 }) => sha256 !== file.sha256), file])}
      />
    </>
  )
}
