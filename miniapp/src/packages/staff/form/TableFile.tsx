import { useEffect, useRef, useState } from 'react'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { Box, Txt } from '../../../elements/dom'
import { type PickedFile, pickAny, saveFile } from '../../../elements/files'
import { useAction } from '../../../hooks/useAction'
import { useDownload } from '../../../hooks/useDownload'
import { type TableDraft, fromTable } from '../draft/fromTable'
import { sentencesOf } from '../draft/importWords'
import type { BlockDraft, Fault } from '../draft/types'
import type { TableAsk } from '../grid/types'
import type { Change } from './types'

const kindOf = (value: TableDraft): TableImport['table'] =>
  value.type === 'sheet' ? value.sheet : value.type

interface Props {
  at: string
  value: TableDraft
  onChange: Change<BlockDraft>
  ask: TableAsk
}

interface Taken {
  read: TableImport
  /** The previous block, for undo. */
  before: TableDraft
}

const PROBLEM = '没有读成，请再试一次。'

/** Picks a spreadsheet, has it parsed, and fills the form. */
function useTable({ at, value, onChange, ask }: Props) {
  const { busy, problems, run } = useAction({ unknown: PROBLEM })
  const [taken, setTaken] = useState<Taken | null>(null)
  // Other fields may be edited during the upload.
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  const put = (block: TableDraft, faults: readonly Fault[]) => {
    onChange(() => block)
    ask.tell(at, faults)
  }
  const read = (file: PickedFile) =>
    run(async () => {
      const given = await ask.read(kindOf(value), file)
      const before = latest.current
      const { block, faults } = fromTable(before, given, at)
      put(block, faults)
      setTaken({ read: given, before })
    })
  const pick = async () => {
    const file = await pickAny()
    if (file) await read(file)
  }
  const undo = () => {
    if (taken) put(taken.before, [])
    setTaken(null)
  }
  return { busy, problems, taken, pick, undo }
}

/** Imports a spreadsheet 从表格导入: template, import, file of wrong rows, undo. */
export function TableFile(props: Props) {
  const { value, ask } = props
  const { busy, problems, taken, pick, undo } = useTable(props)
  const download = useDownload()
  const wrong = taken?.read.wrongRows ?? null
  return (
    <>
      <Box className="buttons">
        <Button
          look="plain"
          label={busy ? '正在读…' : '从表格导入'}
          disabled={busy}
          onPress={() => void pick()}
        />
        <Button
          look="plain"
          label="下载表格模板"
          disabled={download.busy}
          onPress={() => void download.fetch(ask.template(kindOf(value)), `${value.label}-模板.xlsx`)}
        />
      </Box>
      <Problems problems={[...problems, ...download.problems]} />
      {taken && (
        <Box className="notice" live="polite">
          {sentencesOf(taken.read).map(sentence => (
            <Txt key={sentence}>{sentence}</Txt>
          ))}
          <Box className="buttons">
            {wrong && (
              <Button
                look="plain"
                label="下载只含错行的表"
                onPress={() => void saveFile(wrong.base64, wrong.name)}
              />
            )}
            <Button look="plain" label="撤销导入，恢复原来填的" onPress={undo} />
          </Box>
        </Box>
      )}
    </>
  )
}
