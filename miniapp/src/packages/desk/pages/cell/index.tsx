import { Frame } from '../../../../components/Frame'
import { useParams } from '../../../../hooks/useParams'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { CellPanel } from '../../obligation/CellPanel'
import '../../desk.scss'

/** One cell of the matrix on a page of its own: on a phone, and where a list leads. */
export default function CellPage() {
  const { org = '', village = '', item = '', month = '' } = useParams()
  return (
    <Frame title="公开情况" narrow>
      <LoginGate>
        <CellPanel org={org} cell={{ village, item, month }} level={1} />
      </LoginGate>
    </Frame>
  )
}
