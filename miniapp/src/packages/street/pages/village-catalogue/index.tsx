import { useState } from 'react'
import type { VillageCatalogue } from '@shared/contract/catalogues/villageCatalogue'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Problems } from '../../../../components/page/Problems'
import { Tabs } from '../../../../components/controls/Tabs'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { useAction } from '../../../../hooks/useAction'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { useOwnOrg } from '../../../../components/staff/useOwnOrg'
import { MissingItems } from '../../villageCatalogue/MissingItems'
import { VillageCatalogueHead } from '../../villageCatalogue/VillageCatalogueHead'
import { ListLines } from '../../villageCatalogue/ListLines'
import { Remarks } from '../../villageCatalogue/Remarks'
import { Removed } from '../../villageCatalogue/Removed'
import type { Alter } from '../../villageCatalogue/types'
import '../../street.scss'

/** Edits a village catalogue 村公开目录. */
export default function VillageCataloguePage() {
  const { show } = useParams()
  const org = useOwnOrg()
  const page = useResource<VillageCatalogue>(
    org && `village-catalogue:${org}`,
    () => api('GET /orgs/:code/village-catalogue', { params: { code: org } }),
    IN_WORK,
  )
  const [altered, setAltered] = useState<VillageCatalogue | null>(null)
  const again = () => {
    setAltered(null)
    page.reload()
  }
  useReshown(again)
  return (
    <Frame title="村公开目录" narrow>
      <LoginGate error={page.error}>
        <Loaded resource={page} lines={10}>
          {loaded => (
            <List
              list={altered ?? loaded}
              first={show === 'missing' ? show : null}
              onAltered={setAltered}
              onConflict={again}
            />
          )}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

interface Props {
  list: VillageCatalogue
  /** The part to begin with. */
  first: 'missing' | null
  onAltered: (list: VillageCatalogue) => void
  onConflict: () => void
}

const PARTS = { items: ListLines, missing: MissingItems, removed: Removed, remarks: Remarks }

const tabsOf = ({ items, missing, removed, remarks }: VillageCatalogue) =>
  [
    { value: 'items', label: `目录里的 ${items.length}` },
    { value: 'missing', label: `还缺的 ${missing.length}` },
    { value: 'removed', label: `去掉的 ${removed.length}` },
    { value: 'remarks', label: `街道的建议 ${remarks.length}` },
  ] as const

function List({ list, first, onAltered, onConflict }: Props) {
  const usual = list.items.length > 0 ? 'items' : 'missing'
  const [shown, setShown] = useState<keyof typeof PARTS>(first ?? usual)
  const write = useAction(onConflict)
  const alter: Alter = step => write.run(async by => onAltered(await step(by)))
  const Part = PARTS[shown]
  const part = { list, busy: write.busy, alter }
  return (
    <>
      <VillageCatalogueHead {...part} />
      <Problems problems={write.problems} />
      <Tabs label="看哪一部分" options={tabsOf(list)} value={shown} onChange={setShown} />
      <Part {...part} />
    </>
  )
}
