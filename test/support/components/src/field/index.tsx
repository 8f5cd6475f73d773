export { TextField as default } from '../../../../../miniapp/src/components/form/TextField'
