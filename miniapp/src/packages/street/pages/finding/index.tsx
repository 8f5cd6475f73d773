import { Moved } from '../../../../components/page/Moved'
import { routes } from '../../../../routes'

export default function FormerDiscrepancyPage() {
  return <Moved title="两边不一致" to={({ id = '' }) => routes.discrepancy(id)} />
}
