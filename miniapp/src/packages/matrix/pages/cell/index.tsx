import { Frame } from '../../../../components/page/Frame'
import { useParams } from '../../../../hooks/useParams'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { CellPanel } from '../../obligation/CellPanel'
import '../../matrix.scss'

/** Shows one matrix cell on its own page, for phones and links. */
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
