import { Moved } from '../../../../components/page/Moved'
import { routes } from '../../../../routes'

export default function FormerObligationsPage() {
  return <Moved title="要公开的" to={({ org }) => routes.obligations(org)} />
}
