import { useState } from 'react'
import type { VillageCatalogue } from '@shared/contract/catalogues/villageCatalogue'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Tabs } from '../../../../components/controls/Tabs'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useWrite } from '../../../../hooks/useWrite'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { LackingItems } from '../../list/LackingItems'
import { ListHead } from '../../list/ListHead'
import { ListLines } from '../../list/ListLines'
import { Remarks } from '../../list/Remarks'
import { Removed } from '../../list/Removed'
import type { Alter } from '../../list/types'
import '../../street.scss'

/** Edits a village catalogue 村公开目录. */
export default function VillageListPage() {
  const { org = '' } = useParams()
  const page = useResource<VillageCatalogue>(
    org && `list:${org}`,
    () => api('GET /orgs/:code/list', { params: { code: org } }),
    IN_WORK,
  )
  const [altered, setAltered] = useState<VillageCatalogue | null>(null)
  const again = () => {
    setAltered(null)
    page.reload()
  }
  return (
    <Frame title="村公开目录" narrow>
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={10}>
          {loaded => <List list={altered ?? loaded} onAltered={setAltered} onConflict={again} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

interface Props {
  list: VillageCatalogue
  onAltered: (list: VillageCatalogue) => void
  onConflict: () => void
}

const PARTS = { lines: ListLines, lacking: LackingItems, removed: Removed, remarks: Remarks }

const tabsOf = ({ lines, lacking, removed, remarks }: VillageCatalogue) =>
  [
    { value: 'lines', label: `目录里的 ${lines.length}` },
    { value: 'lacking', label: `还缺的 ${lacking.length}` },
    { value: 'removed', label: `去掉的 ${removed.length}` },
    { value: 'remarks', label: `街道的建议 ${remarks.length}` },
  ] as const

function List({ list, onAltered, onConflict }: Props) {
  const [shown, setShown] = useState<keyof typeof PARTS>(list.lines.length > 0 ? 'lines' : 'lacking')
  const write = useWrite(onConflict)
  const alter: Alter = step => write.run(async by => onAltered(await step(by)))
  const Part = PARTS[shown]
  const part = { list, busy: write.busy, alter }
  return (
    <>
      <ListHead {...part} />
      <Problems problems={write.problems} />
      <Tabs label="看哪一部分" options={tabsOf(list)} value={shown} onChange={setShown} />
      <Part {...part} />
    </>
  )
}
