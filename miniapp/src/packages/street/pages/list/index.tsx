import { Moved } from '../../../../components/page/Moved'
import { routes } from '../../../../routes'

export default function FormerVillageCataloguePage() {
  return <Moved title="村公开目录" to={({ org = '' }) => routes.villageCatalogue(org)} />
}
