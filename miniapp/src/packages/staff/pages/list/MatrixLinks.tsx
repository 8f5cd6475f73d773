import type { Desk } from '@shared/contract/people/todo'
import type { OrgRef } from '@shared/contract/people/org'
import { Link } from '../../../../components/controls/Link'
import { routes } from '../../../../routes'

const SELF_GOVERNING = ['village', 'community']

interface Props {
  org: OrgRef
  /** Pages that the policies open to the person there. */
  desks: readonly Desk[]
}

/** Links to the obligations and the catalogue, a village's own or those of a street's villages; to 任职 for the head, who confirms. */
export function MatrixLinks({ org, desks }: Props) {
  const places = SELF_GOVERNING.includes(org.kind)
    ? [
        { label: '要公开的', url: routes.obligations(org.code) },
        { label: '照清单办事', url: routes.workCases(org.code) },
        { label: '村里的目录', url: routes.villageCatalogue(org.code) },
        ...(desks.includes('roster') ? [{ label: '村民名册', url: routes.roster(org.code) }] : []),
      ]
    : [
        ...(desks.includes('applications')
          ? [{ label: '公开申请', url: routes.applicationDesk(org.code) }]
          : []),
        { label: '各村公开情况', url: routes.matrix(org.code) },
        { label: '各村目录', url: routes.villageCatalogues(org.code) },
        ...(desks.includes('model-list')
          ? [{ label: '小微权力示范清单', url: routes.keepPowers(org.code) }]
          : []),
        { label: '目录和草稿', url: routes.importCatalogue(org.code) },
      ]
  const grants = desks.includes('grants') ? [{ label: '任职', url: routes.grants(org.code) }] : []
  return (
    <>
      {[...places, ...grants].map(({ label, url }) => (
        <Link key={label} className="button button--plain" label={label} url={url} />
      ))}
    </>
  )
}
