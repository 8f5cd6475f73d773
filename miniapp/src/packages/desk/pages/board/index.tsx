import { Moved } from '../../../../components/page/Moved'
import { routes } from '../../../../routes'

export default function FormerMatrixPage() {
  return <Moved title="公开情况" to={({ org }) => routes.matrix(org)} />
}
