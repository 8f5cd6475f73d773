import type { ObjectionList } from '@shared/contract/participation/objection'
import { api } from '../../api/client'
import { Link } from '../../components/controls/Link'
import { ObjectionRow } from '../../components/ObjectionRow'
import { Section } from '../../components/page/Section'
import { IN_WORK, useResource } from '../../hooks/useResource'
import { useReshown } from '../../hooks/useReshown'
import { routes } from '../../routes'

const SHOWN = 2

/** Shows the newest of my objections 我提的意见, each with the days for its answer. */
export function OwnObjections({ userId }: { userId: string }) {
  const page = useResource<ObjectionList>(
    `own-objections:${userId}`,
    () => api('GET /me/objections', { query: {} }),
    IN_WORK,
  )
  useReshown(page.reload)
  const items = page.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Section title="我提的意见" aside={<Link className="link" label="全部" url={routes.myObjections()} />}>
      {items.slice(0, SHOWN).map(one => (
        <ObjectionRow key={one.id} objection={one} url={routes.objection(one.id)} />
      ))}
    </Section>
  )
}
