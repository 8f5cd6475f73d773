import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** When a page is shown again after another one lay over it; not at its first showing. */
export function useReshown(action: () => void): void {
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) action()
    shown.current = true
  })
}
