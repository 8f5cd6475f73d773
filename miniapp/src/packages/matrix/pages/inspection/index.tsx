import { useState } from 'react'
import { pathTo } from '@shared/client'
import type { Inspection, InspectionCell, InspectionResult } from '@shared/contract/disclosure/matrix'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { Frame } from '../../../../components/page/Frame'
import { Pager } from '../../../../components/page/Pager'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { useDownload } from '../../../../hooks/useDownload'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useAction } from '../../../../hooks/useAction'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { CellCheck } from '../../inspect/CellCheck'
import '../../matrix.scss'

/** Shows an inspection sheet 抽查表 with the drawn cells. */
export default function InspectionPage() {
  const { id = '' } = useParams()
  const page = useResource<Inspection>(
    id && `inspection:${id}`,
    () => api('GET /inspections/:id', { params: { id } }),
    IN_WORK,
  )
  const [recorded, setRecorded] = useState<Inspection | null>(null)
  const again = () => {
    setRecorded(null)
    page.reload()
  }
  return (
    <Frame title="抽查表" narrow>
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={8}>
          {loaded => <Sheet sheet={recorded ?? loaded} onRecorded={setRecorded} onConflict={again} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

interface Props {
  sheet: Inspection
  onRecorded: (sheet: Inspection) => void
  onConflict: () => void
}

function Sheet({ sheet, onRecorded, onConflict }: Props) {
  const write = useAction(onConflict)
  const record = ({ index }: InspectionCell, result: InspectionResult, note: string) =>
    void write.run(async key => {
      const body = { version: sheet.version, index, result, ...(note && { note }) }
      onRecorded(await api('POST /inspections/:id/results', { params: { id: sheet.id }, body }, key))
    })
  return (
    <>
      <SheetHead sheet={sheet} />
      <Problems problems={write.problems} />
      <Pager rows={sheet.cells} label="格">
        {cells =>
          cells.map(cell => (
            <CellCheck key={cell.index} sheet={sheet} cell={cell} busy={write.busy} onRecord={record} />
          ))
        }
      </Pager>
    </>
  )
}

function SheetHead({ sheet }: { sheet: Inspection }) {
  const { id, org, year, fromMonth, toMonth, seed, frame, frameSha256, size, looked, by, at } = sheet
  const download = useDownload()
  return (
    <Box as="header" className="board">
      <Heading level={1} className="board__name">{`${org.name}抽查表`}</Heading>
      <Box as="p" className="lead">
        {`${year}年${fromMonth}–${toMonth}月，从 ${frame} 格里抽 ${size} 格，看了 ${looked} 格。${by}，${fullDate(at)}抽。`}
      </Box>
      <Box as="p" className="small">{`抽签用的字：${seed}`}</Box>
      <Txt className="hash">{`名单指纹：${frameSha256}`}</Txt>
      <Box className="buttons">
        <Button
          look="plain"
          label="导出表格"
          disabled={download.busy}
          onPress={() =>
            void download.fetch(
              pathTo('GET /inspections/:id/export', { params: { id } }),
              `${org.name}抽查表.xlsx`,
            )
          }
        />
      </Box>
      <Problems problems={download.problems} />
    </Box>
  )
}
