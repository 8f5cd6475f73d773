import { View } from '@tarojs/components'
import { useState } from 'react'

export default function Page() {
  const [n, setN] = useState(0)
  return (
    <View ariaRole="button" ariaLabel="加一" onClick={() => setN(n + 1)}>
      mine {n} {API_BASE}
    </View>
  )
}
