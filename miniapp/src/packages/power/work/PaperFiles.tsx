import { useState } from 'react'
import type { WorkCasePage } from '@shared/contract/power/case'
import { api } from '../../../api/client'
import { FilePicker } from '../../../components/form/FilePicker'
import { SelectField } from '../../../components/form/SelectField'
import { Box, Press, Txt } from '../../../elements/dom'

/** A paper that the step does not require. */
const OTHER_PAPER = '别的材料'

export type PaperFile = Omit<WorkCasePage['steps'][number]['files'][number], 'mime' | 'bytes'>

interface Props {
  caseId: string
  /** Papers that the step requires. */
  evidence: readonly string[]
  files: readonly PaperFile[]
  onChange: (change: (files: PaperFile[]) => PaperFile[]) => void
}

/** Shows the papers 凭证 of a step as pictures and files, each assigned to a paper name. */
export function PaperFiles({ caseId, evidence, files, onChange }: Props) {
  const names = [...evidence, OTHER_PAPER]
  const [paper, setPaper] = useState(names[0] ?? OTHER_PAPER)
  return (
    <Box className="section">
      <Box className="field__label">凭证（照片、PDF，可以不传）</Box>
      <Box as="p" className="small">
        村里、监督机构和街道看得到；群众只看得到公示里附上的。身份证、卡号不要拍进去。
      </Box>
      {files.map(({ paper: of, name, sha256 }) => (
        <Box key={sha256} className="row">
          <Txt className="row__main">{`${of}：${name}`}</Txt>
          <Press
            className="button button--plain"
            label={`去掉${name}`}
            onPress={() => onChange(now => now.filter(one => one.sha256 !== sha256))}
          >
            去掉
          </Press>
        </Box>
      ))}
      <SelectField
        id="finish-paper"
        label="传哪一份材料"
        options={names.map(name => ({ value: name, label: name }))}
        value={paper}
        onChange={setPaper}
      />
      <FilePicker
        at="finish-files"
        of="凭证"
        store={(file, { reason, cover, ...key }) =>
          api('POST /cases/:id/files', { params: { id: caseId }, body: { reason, cover }, file }, key)
        }
        onStored={({ name, sha256 }) =>
          onChange(now => [...now.filter(one => one.sha256 !== sha256), { paper, name, sha256 }])
        }
      />
    </Box>
  )
}
