import { useState } from 'react'
import type { ApplicationDesk } from '@shared/contract/participation/application'
import { api } from '../../../../api/client'
import { Button } from '../../../../components/controls/Button'
import { TextField } from '../../../../components/form/TextField'
import { Fold } from '../../../../components/page/Fold'
import { Problems } from '../../../../components/page/Problems'
import { Box } from '../../../../elements/dom'
import { useAction } from '../../../../hooks/useAction'

interface Props {
  org: string
  desk: ApplicationDesk
  onChanged: () => void
}

/** Sets what the letters of the body need; the head alone may. */
export function DeskSettings({ org, desk, onChanged }: Props) {
  const [reviewBody, setReviewBody] = useState(desk.reviewBody)
  const [court, setCourt] = useState(desk.court)
  const [places, setPlaces] = useState(desk.searchPlaces.join('\n'))
  const { busy, problems, run } = useAction()
  const save = () => {
    const searchPlaces = places
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
    const body = { reviewBody, court, searchPlaces }
    void run(key => api('PUT /orgs/:code/application-desk', { params: { code: org }, body }, key)).then(
      done => {
        if (done) onChanged()
      },
    )
  }
  return (
    <Fold label="设定复议机关、法院和检索的地方" note="答复书要用；负责人设定">
      <TextField
        id="desk-review"
        label="复议机关"
        maxLength={60}
        value={reviewBody}
        onChange={setReviewBody}
      />
      <TextField id="desk-court" label="法院" maxLength={60} value={court} onChange={setCourt} />
      <TextField
        id="desk-places"
        label="检索的地方"
        multiline
        help="一行一处，例如 综合档案室"
        maxLength={800}
        value={places}
        onChange={setPlaces}
      />
      <Problems problems={problems} />
      <Box className="buttons">
        <Button label="存下设定" disabled={busy} onPress={save} />
      </Box>
    </Fold>
  )
}
