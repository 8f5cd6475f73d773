export { Tabs as default } from '../../../../../miniapp/src/components/controls/Tabs'
