import { useEffect, useRef, useState } from 'react'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import { Button } from '../../../components/controls/Button'
import { Problems } from '../../../components/page/Problems'
import { Box, Txt } from '../../../elements/dom'
import { type PickedFile, pickAny, pickPhoto, saveFile } from '../../../elements/files'
import { useAction } from '../../../hooks/useAction'
import { useDownload } from '../../../hooks/useDownload'
import { type TableDraft, fromTable } from '../draft/fromTable'
import { sentencesOf } from '../draft/importWords'
import type { BlockDraft, Fault } from '../draft/types'
import type { TableAsk } from '../grid/types'
import { PhotoRows } from '../photo/PhotoRows'
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
  /** Rows of a photograph, before a person has looked. */
  const [seen, setSeen] = useState<TableImport | null>(null)
  // Other fields may be edited during the upload.
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  const put = (block: TableDraft, faults: readonly Fault[]) => {
    onChange(() => block)
    ask.tell(at, faults)
  }
  const take = (given: TableImport) => {
    const before = latest.current
    const { block, faults } = fromTable(before, given, at)
    put(block, faults)
    setTaken({ read: given, before })
    setSeen(null)
  }
  const read = (file: PickedFile) =>
    run(async () => {
      const given = await ask.read(kindOf(value), file)
      if (given.photo) setSeen(given)
      else take(given)
    })
  const pick = async (from: () => Promise<PickedFile | null>) => {
    const file = await from()
    if (file) await read(file)
  }
  const undo = () => {
    if (taken) put(taken.before, [])
    setTaken(null)
  }
  return { busy, problems, taken, seen, take, leave: () => setSeen(null), pick, undo }
}

/** Imports a spreadsheet 从表格导入 or a photograph 拍照填表: template, import, file of wrong rows, undo. */
export function TableFile(props: Props) {
  const { at, value, ask } = props
  const { busy, problems, taken, seen, take, leave, pick, undo } = useTable(props)
  const download = useDownload()
  const wrong = taken?.read.wrongRows ?? null
  return (
    <>
      <Box className="buttons">
        <Button
          look="plain"
          label={busy ? '正在读…' : '从表格导入'}
          disabled={busy}
          onPress={() => void pick(pickAny)}
        />
        <Button look="plain" label="拍照填表" disabled={busy} onPress={() => void pick(pickPhoto)} />
        <Button
          look="plain"
          label="下载表格模板"
          disabled={download.busy}
          onPress={() => void download.fetch(ask.template(kindOf(value)), `${value.label}-模板.xlsx`)}
        />
      </Box>
      <Problems problems={[...problems, ...download.problems]} />
      {seen && <PhotoRows id={`${at}-photo`} read={seen} onTake={take} onLeave={leave} />}
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
