import '@tarojs/components'

/** The aria properties that config/taro/aria.js adds to Taro's components. */
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaLive?: 'polite' | 'assertive'
    ariaHidden?: boolean
    ariaDisabled?: boolean
    ariaSelected?: boolean
    ariaChecked?: boolean
    ariaExpanded?: boolean
  }
}
