export { Button as default } from '../../../../../miniapp/src/components/controls/Button'
