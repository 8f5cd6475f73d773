import { Moved } from '../../../../components/page/Moved'
import { routes } from '../../../../routes'

export default function FormerDiscrepanciesPage() {
  return <Moved title="两边不一致" to={({ org }) => routes.discrepancies(org)} />
}
