import { useState } from 'react'
import { Box } from '../../elements/dom'
import { canScan, scanCode } from '../../elements/platform'
import { open, restart } from '../../routes'
import { Button } from '../controls/Button'
import { addressOfCode } from './addressOfCode'

/** Scans the code on the village's board 公开栏, which decides the village; in the browser the phone's camera does. */
export function ScanWay() {
  const [problem, setProblem] = useState('')
  if (!canScan) {
    return (
      <Box as="p" className="lead">
        公开栏上有码的，用微信或手机相机扫一下，直接到您的村。
      </Box>
    )
  }
  const scan = async () => {
    const text = await scanCode()
    if (text === null) return
    const url = addressOfCode(text)
    if (url === null) {
      return setProblem('这个码不是公开栏上的码。请扫写着“村务公开”的那一张，或者在下面按名字找。')
    }
    setProblem('')
    if (url.indexOf('/pages/home/') === 0) restart(url)
    else open(url)
  }
  return (
    <Box className="section">
      <Button wide label="扫公开栏上的码" onPress={() => void scan()} />
      {problem !== '' && (
        <Box as="p" className="state" live="assertive">
          {problem}
        </Box>
      )}
    </Box>
  )
}
